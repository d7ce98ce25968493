package se.ehealthsdk.testkit.producer;

import se.ehealthsdk.core.identifier.PersonId;

/** A question of GetCarePlans as it goes on the wire, right or wrong. Immutable. */
record PlanQuestion(
        String address,
        String idType,
        String id,
        String unit,
        String period,
        String sourceSystem,
        String contact) {

    static final String NAMESPACE =
            "urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2";
    static final String ANSWER = "GetCarePlansResponse";
    static final String ACTION = NAMESPACE + ":GetCarePlans";

    static PlanQuestion of(String address, PersonId patient) {
        return new PlanQuestion(address, patient.oid(), patient.value(), "", "", "", "");
    }

    PlanQuestion patient(String type, String other) {
        return new PlanQuestion(address, type, other, unit, period, sourceSystem, contact);
    }

    PlanQuestion unit(String hsaId) {
        return new PlanQuestion(
                address,
                idType,
                id,
                element("careUnitHSAId", hsaId),
                period,
                sourceSystem,
                contact);
    }

    PlanQuestion between(String start, String end) {
        return new PlanQuestion(
                address,
                idType,
                id,
                unit,
                "<datePeriod>"
                        + element("c:start", start)
                        + element("c:end", end)
                        + "</datePeriod>",
                sourceSystem,
                contact);
    }

    PlanQuestion system(String hsaId) {
        return new PlanQuestion(
                address, idType, id, unit, period, element("sourceSystemHSAId", hsaId), contact);
    }

    PlanQuestion contact(String contactId) {
        return new PlanQuestion(
                address,
                idType,
                id,
                unit,
                period,
                sourceSystem,
                element("careContactId", contactId));
    }

    String xml() {
        return """
                <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>\
                <r:LogicalAddress xmlns:r="urn:riv:itintegration:registry:1">%s</r:LogicalAddress></e:Header><e:Body>\
                <GetCarePlans xmlns="%s" xmlns:c="urn:riv:clinicalprocess:logistics:logistics:3">%s<patientId>%s%s</patientId>%s%s%s\
                </GetCarePlans></e:Body></e:Envelope>"""
                .formatted(
                        address,
                        NAMESPACE,
                        unit,
                        element("c:id", id),
                        element("c:type", idType),
                        period,
                        sourceSystem,
                        contact);
    }

    private static String element(String name, String text) {
        return "<%s>%s</%s>".formatted(name, text.replace("&", "&amp;").replace("<", "&lt;"), name);
    }

    /** The address alone. */
    @Override
    public String toString() {
        return "PlanQuestion[" + address + "]";
    }
}
