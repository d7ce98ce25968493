package se.ehealthsdk.testkit.careplan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * The contracts as the stand-ins read and write them.
 *
 * <p>Source: clinicalprocess:logistics:logistics 3.0, itintegration:engagementindex 1.0.
 */
final class Wire {

    static final String CORE = "urn:riv:clinicalprocess:logistics:logistics:3";
    static final String RESPONDER =
            "urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2";
    static final String INDEX = "urn:riv:itintegration:engagementindex:1";
    static final String UPDATE_RESPONDER =
            "urn:riv:itintegration:engagementindex:UpdateResponder:1";

    static final RivtaContract<Part, Part> GET_CARE_PLANS =
            RivtaContract.query(
                    "clinicalprocess:logistics:logistics",
                    "GetCarePlans",
                    2,
                    Part.codec(CORE),
                    Part.codec(CORE));

    static final RivtaContract<Part, Part> UPDATE =
            RivtaContract.update(
                    "itintegration:engagementindex",
                    "Update",
                    1,
                    Part.codec(INDEX),
                    Part.codec(INDEX));

    private Wire() {}

    static Part core(String name, String text) {
        return Part.of(CORE, name, text);
    }

    static Part core(String name, @Nullable Part... parts) {
        return Part.of(CORE, name, parts);
    }

    static Part result(
            String code, @Nullable String errorCode, String logId, @Nullable String message) {
        return Part.of(
                RESPONDER,
                "result",
                core("resultCode", code),
                errorCode == null ? null : core("errorCode", errorCode),
                core("logId", logId),
                message == null ? null : core("message", message));
    }

    static Part answer(Stream<Part> plans, Part result) {
        return new Part(
                RESPONDER,
                "GetCarePlansResponse",
                "",
                Stream.concat(plans, Stream.of(result)).toList());
    }

    /** What the schema has against a request. */
    static Optional<String> wrong(Part request) {
        return request.wrong(
                        RESPONDER,
                        "careUnitHSAId*",
                        "patientId",
                        "datePeriod?",
                        "sourceSystemHSAId?",
                        "careContactId*")
                .or(() -> request.part("patientId").orElseThrow().wrong(CORE, "id", "type"))
                .or(
                        () ->
                                request.part("datePeriod")
                                        .flatMap(period -> period.wrong(CORE, "start", "end")))
                .or(
                        () ->
                                request.part("datePeriod").stream()
                                        .flatMap(period -> period.parts().stream())
                                        .filter(day -> !day.text().matches("(19|20)[0-9]{6}"))
                                        .map(day -> day.name() + " is no date")
                                        .findFirst());
    }

    /** What the schema has against an update. */
    static Optional<String> wrongUpdate(Part request) {
        return request.wrong(UPDATE_RESPONDER, "engagementTransaction+")
                .or(
                        () ->
                                first(
                                        request.parts(),
                                        each -> each.wrong(INDEX, "deleteFlag", "engagement")))
                .or(
                        () ->
                                first(
                                        request.parts(),
                                        each ->
                                                each.part("engagement")
                                                        .orElseThrow()
                                                        .wrong(
                                                                INDEX,
                                                                "registeredResidentIdentification",
                                                                "serviceDomain",
                                                                "categorization",
                                                                "logicalAddress",
                                                                "businessObjectInstanceIdentifier",
                                                                "clinicalProcessInterestId",
                                                                "mostRecentContent?",
                                                                "sourceSystem",
                                                                "creationTime?",
                                                                "updateTime?",
                                                                "dataController",
                                                                "owner?")));
    }

    private static Optional<String> first(
            List<Part> parts, java.util.function.Function<Part, Optional<String>> check) {
        return parts.stream().map(check).flatMap(Optional::stream).findFirst();
    }
}
