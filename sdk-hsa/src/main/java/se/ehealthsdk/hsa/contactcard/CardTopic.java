package se.ehealthsdk.hsa.contactcard;

/**
 * A part of the contact card that comes from HSA, in the order in which {@link ContactCard} has them.
 *
 * <p>Source: which fields of {@code GetUnit} are on the card, Hitta vård at Inera; attributes from HSA's table. The labels
 * Yttre färdväg, Inre färdväg and Om oss are 1177's own terms; the others are plain Swedish words of this SDK, since no
 * public list of 1177's words was found.
 */
public enum CardTopic {
    NAME("Namn", "ou", "publicName"),
    TEMPORARY_INFORMATION(
            "Tillfällig information", "hsaVpwInformation2", "unitTemporaryInformation"),
    TELEPHONE("Telefon", "telephoneNumber", "telephoneNumber"),
    TELEPHONE_HOURS("Telefontider", "telephoneHours", "telephoneHour"),
    SURGERY_HOURS("Öppettider", "surgeryHours", "surgeryHour"),
    DROP_IN_HOURS("Öppet utan bokad tid", "dropInHours", "dropInHour"),
    VISITING_ADDRESS("Besöksadress", "hsaVisitingAddress", "structuredVisitingAddress"),
    STREET("Besöksadress", "street", "street"),
    MAP("Karta", "geographicalCoordinates", "geographicalCoordinatesRt90"),
    ROUTE("Yttre färdväg", "route", "route"),
    INDOOR_ROUTE("Inre färdväg", "indoorRouteDescription", "indoorRouteDescription"),
    AGES("Åldrar", "hsaVisitingRuleAge", "visitingRuleAge"),
    VISITING_RULES("Besöksregler", "hsaVisitingRules", "visitingRules"),
    REFERRAL("Remiss", "hsaVisitingRuleReferral", "referralRules"),
    PATIENT_INFORMATION("Patientinformation", "hsaVpwInformation4", "patientInformation"),
    ABOUT_US("Om oss", "hsaVpwInformation1", "unitExtraInformation"),
    WEB_PAGE("Webbplats", "labeledURI", "labeledUri"),
    RELATED_UNITS("Relaterade enheter", "hsaVpwNeighbouringObject", "relatedUnitHsaId");

    private final String label;
    private final String attribute;
    private final String contractField;

    CardTopic(String label, String attribute, String contractField) {
        this.label = label;
        this.attribute = attribute;
        this.contractField = contractField;
    }

    /** What to call it, in Swedish. */
    public String label() {
        return label;
    }

    /** The attribute of HSA that it is made of; the name is made of place and display option too. */
    public String attribute() {
        return attribute;
    }

    /** The field of {@code GetUnit} 5.0 that carries it. */
    public String contractField() {
        return contractField;
    }
}
