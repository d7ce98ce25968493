package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.user.ActingUser;

/** Invented people, units and data. */
final class Example {

    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    static final PersonId PATIENT = PersonId.parse("191212121212");

    static final HsaId CARE_PROVIDER = HsaId.of("TSTNMT2321000156-VG1");
    static final HsaId CARE_UNIT = HsaId.of("TSTNMT2321000156-VE1");
    static final HsaId OTHER_UNIT = HsaId.of("TSTNMT2321000156-VE2");
    static final HsaId OTHER_CARE_PROVIDER = HsaId.of("TSTNMT2321000156-VG9");
    static final HsaId FOREIGN_UNIT = HsaId.of("TSTNMT2321000156-VE9");

    static final String CARE = "Vård och behandling";

    static final InformationEntity OWN = InformationEntity.at(CARE_PROVIDER, CARE_UNIT, NOW);
    static final InformationEntity INTERNAL = InformationEntity.at(CARE_PROVIDER, OTHER_UNIT, NOW);
    static final InformationEntity EXTERNAL =
            InformationEntity.at(OTHER_CARE_PROVIDER, FOREIGN_UNIT, NOW);

    private Example() {}

    static ActingUser user(String purpose) {
        return user(
                Optional.of(
                        new ActingUser.Commission(
                                HsaId.of("TSTNMT2321000156-VMU1"),
                                Optional.of("Läkare på mottagningen"),
                                purpose)),
                Optional.of(new ActingUser.CareUnit(CARE_UNIT, Optional.empty())));
    }

    static ActingUser withoutCommission() {
        return user(
                Optional.empty(),
                Optional.of(new ActingUser.CareUnit(CARE_UNIT, Optional.empty())));
    }

    static ActingUser withoutCareUnit() {
        return user(user(CARE).commission(), Optional.empty());
    }

    private static ActingUser user(
            Optional<ActingUser.Commission> commission, Optional<ActingUser.CareUnit> careUnit) {
        return new ActingUser(
                HsaId.of("TSTNMT2321000156-1019"),
                Optional.of("Disa Lindgren"),
                Optional.of("Läkare"),
                commission,
                careUnit,
                new ActingUser.CareProvider(CARE_PROVIDER, Optional.empty(), Optional.empty()));
    }
}
