"""roots.txt (what is wanted) -> pins.txt (everything that needs, one version each).

Maven resolves the roots; where two versions meet, the highest wins, and the tree is resolved again with
that choice until it no longer changes. Run in this folder: python3 pins.py
"""

import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
TREE = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:tree"
USED = re.compile(r"([\w.\-]+):([\w.\-]+):jar:([\w.\-]+):(?:compile|runtime)")
MANAGED = re.compile(r"([\w.\-]+):([\w.\-]+):jar:[\w.\-]+:\w+[^\n]*version managed from ([\w.\-]+)")


def order(version):
    return [int(part) if part.isdigit() else 0 for part in re.split(r"[.\-]", version)]


def dependency(group, artifact, version):
    return (
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
        f"<version>{version}</version></dependency>"
    )


def tree(roots, pins, folder):
    managed = "".join(dependency(*ga, version) for ga, version in sorted(pins.items()))
    wanted = "".join(dependency(*root) for root in roots)
    (folder / "pom.xml").write_text(
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>x</groupId><artifactId>x</artifactId><version>1</version>"
        f"<dependencyManagement><dependencies>{managed}</dependencies></dependencyManagement>"
        f"<dependencies>{wanted}</dependencies></project>"
    )
    run = subprocess.run(
        ["mvn", "-B", "-q", TREE, "-Dverbose", "-DoutputFile=tree.txt"], cwd=folder, capture_output=True, text=True
    )
    if run.returncode:
        sys.exit(run.stdout[-3000:])
    return (folder / "tree.txt").read_text()


def highest(text, pins):
    found = {}

    def offer(ga, version, known):
        if (ga in found or not known) and (ga not in found or order(version) > order(found[ga])):
            found[ga] = version

    for group, artifact, version in USED.findall(text):
        offer((group, artifact), version, known=False)
    for group, artifact, version in MANAGED.findall(text):
        offer((group, artifact), version, known=True)
    for ga, version in pins.items():
        offer(ga, version, known=True)
    return found


def main():
    roots = [line.split(":") for line in (HERE / "roots.txt").read_text().split() if line]
    pins = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(6):
            found = highest(tree(roots, pins, pathlib.Path(folder)), pins)
            print(len(found), "artifacts,", sum(pins.get(ga) != version for ga, version in found.items()), "changed")
            if found == pins:
                break
            pins = found
    lines = sorted(f"{group}:{artifact}:{version}" for (group, artifact), version in pins.items())
    (HERE / "pins.txt").write_text("\n".join(lines) + "\n")


main()
