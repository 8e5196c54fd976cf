package dev.groundplan.dsl;

import com.google.inject.Injector;
import dev.groundplan.dsl.model.GenaiPackage;
import org.eclipse.emf.ecore.EPackage;

/** Makes the language known outside of Equinox. */
public class GenaiStandaloneSetup extends GenaiStandaloneSetupGenerated {
    @Override
    public Injector createInjectorAndDoEMFRegistration() {
        // the generated setup registers packages that the grammar infers, and this one is imported
        EPackage.Registry.INSTANCE.putIfAbsent(GenaiPackage.eNS_URI, GenaiPackage.eINSTANCE);
        return super.createInjectorAndDoEMFRegistration();
    }
}
