package se.ehealthsdk.hsa.schema;

/**
 * What an object class tells of an entry, each with its name in the section {@code [classes]} of a schema file.
 *
 * <p>Source: HSA schema 5.x.
 */
public enum DirectoryClass {

    /** An organisation. */
    ORGANISATION("organisation"),
    /** A unit (enhet). */
    UNIT("unit"),
    /** A function (funktion). */
    FUNCTION("function"),
    /** A person. */
    PERSON("person"),
    /** A commission (medarbetaruppdrag). */
    COMMISSION("commission"),
    /** An administrative commission (administrativt uppdrag). */
    ADMIN_COMMISSION("adminCommission"),
    /** A care provider (vårdgivare). */
    CARE_PROVIDER("careProvider"),
    /** A care unit (vårdenhet). */
    CARE_UNIT("careUnit"),
    /** Not to be exposed. */
    HIDDEN("hidden"),
    /** In the archive. */
    ARCHIVED("archived"),
    /** Fictitious. */
    FEIGNED("feigned"),
    /** A person with protected data. */
    PROTECTED("protected"),
    /** Marked as a faulty care provider. */
    INACCURATE_PROVIDER("inaccurateProvider"),
    /** Marked as a faulty care unit. */
    INACCURATE_CARE_UNIT("inaccurateCareUnit");

    private final String key;

    DirectoryClass(String key) {
        this.key = key;
    }

    /** Its name in a schema file. */
    public String key() {
        return key;
    }
}
