package dev.groundplan.core.plan;

import dev.groundplan.core.units.Count;
import dev.groundplan.core.units.Distribution;
import dev.groundplan.core.units.GrowthRate;
import dev.groundplan.core.units.HoursPerDay;
import dev.groundplan.core.units.ItemsPerRequest;
import dev.groundplan.core.units.Profile;
import dev.groundplan.core.units.Ratio;
import dev.groundplan.core.units.RequestRate;
import dev.groundplan.core.units.Tokens;
import dev.groundplan.core.units.Uncertain;
import java.util.Optional;

/**
 * What users send: one stream of requests, named when there are several.
 *
 * @param requests trough, usual and peak rate
 * @param input tokens a request before retrieval, shots and tools add theirs
 * @param cached share of the input that a prefix cache serves
 * @param reasoning hidden tokens that a reasoning model writes for a request
 * @param turns requests of a conversation
 * @param growth of the requests
 * @param active hours of the day in which requests arrive
 * @param batch whether answers may wait
 */
public record Workload(
        SubjectId id,
        String name,
        SourceRange range,
        Optional<Stated<Profile<RequestRate>>> requests,
        Optional<Stated<Distribution<Tokens>>> input,
        Optional<Stated<Distribution<Tokens>>> output,
        Optional<Stated<Uncertain<Ratio>>> cached,
        Optional<Stated<Distribution<Tokens>>> reasoning,
        Optional<Stated<Uncertain<ItemsPerRequest>>> images,
        Optional<Stated<Distribution<Count>>> turns,
        Optional<Stated<Uncertain<GrowthRate>>> growth,
        Optional<Stated<HoursPerDay>> active,
        boolean batch) {}
