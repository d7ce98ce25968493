package se.ehealthsdk.hsa.contactcard;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.BusinessType;
import se.ehealthsdk.hsa.CareType;
import se.ehealthsdk.hsa.CodedName;
import se.ehealthsdk.hsa.Coordinates;
import se.ehealthsdk.hsa.OpeningHours;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.VisitingAddress;
import se.ehealthsdk.hsa.VisitingRules;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CareRelations;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryKind;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** An invented unit with all that a contact card can have, for tests to spoil. */
final class CardUnits {

    static final HsaId ID = HsaId.of("TSTNMT2321000156-CARD");
    static final HsaId RELATED = HsaId.of("TSTNMT2321000156-NEAR");
    static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

    private CardUnits() {}

    /** A unit without anything to remark. */
    static Unit.Builder complete() {
        return Unit.builder(ID)
                .name("Vårdcentralen Ängen")
                .telephoneNumber("+46100000001")
                .nonPublicTelephoneNumber("0100999999")
                .directoryContact("katalog@example.test")
                .telephoneHour(
                        OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "17:00"))
                .surgeryHour(OpeningHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00", "16:30"))
                .visitingAddress(
                        new VisitingAddress(
                                "Ängsvägen", Optional.of("1"), Optional.of("B"), "Exempelstad"))
                .route("Buss 4 till Ängstorget")
                .indoorRoute("Hiss B, våning 2")
                .countyCode("01")
                .municipalityCode("80")
                .rt90(new Coordinates.Rt90("6581164", "1630250"))
                .latitude("59.33116")
                .longitude("18.09363")
                .careType(CareType.OUTPATIENT)
                .businessType(BusinessType.HEALTH_CENTRE)
                .businessClassification(CodedName.of("0001", "Påhittad verksamhet"))
                .destinationIndicator("03")
                .visitingRuleAge(new VisitingRules.Age("02", "99", Optional.of("inte nyfödda")))
                .visitingRules("Ring först")
                .referralRules("Ingen remiss")
                .patientInformation("Ta med legitimation")
                .extraInformation("Vi är en påhittad enhet")
                .webPage("https://www.example.test/angen")
                .relatedUnit(RELATED);
    }

    static UnitEntry entry(Unit unit, Set<EntryMark> marks, AttributeProblem... problems) {
        return new UnitEntry(
                DistinguishedName.of("ou=Unit,o=Region Exempel,c=SE"),
                EntryKind.UNIT,
                unit,
                marks,
                Optional.empty(),
                CareRelations.NONE,
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(problems));
    }

    static OpeningHours span(String fromDay, String from, String toDay, String to) {
        return new OpeningHours(
                fromDay, from, toDay, to, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Begins as a JPEG does. */
    static String jpeg(int bytes) {
        byte[] picture = new byte[bytes];
        picture[0] = (byte) 0xff;
        picture[1] = (byte) 0xd8;
        return Base64.getEncoder().encodeToString(picture);
    }
}
