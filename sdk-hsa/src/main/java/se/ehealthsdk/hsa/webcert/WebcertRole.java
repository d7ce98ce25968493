package se.ehealthsdk.hsa.webcert;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.hsa.Credentials;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.PaTitle;

/**
 * The role that a person gets in Webcert. It follows from what HSA tells about the person, never from the title in
 * free text; private practitioners without HSA have a role of their own, which is not found here.
 *
 * <pre>{@code
 * RoleDecision decision = WebcertRole.of(employee, credentials);
 * decision.role().may(WebcertRight.SIGN, "LISJP");
 * }</pre>
 *
 * <p>Source: Webcert 7.7, roles and privileges of its authorities.
 */
public enum WebcertRole {

    /** {@code LAKARE}: everything, for every type. */
    DOCTOR("LAKARE"),

    /** {@code TANDLAKARE}: everything, for the types that dentists issue; nothing for the others. */
    DENTIST("TANDLAKARE"),

    /** {@code BARNMORSKA}: prepares every type, signs a few. */
    MIDWIFE("BARNMORSKA"),

    /** {@code SJUKSKOTERSKA}: prepares every type, signs a few. */
    NURSE("SJUKSKOTERSKA"),

    /** {@code VARDADMINISTRATOR}: prepares every type. Who is nothing of the above is this. */
    CARE_ADMINISTRATOR("VARDADMINISTRATOR");

    private static final String LICENCE = "legitimerad yrkesgrupp";
    private static final String TITLE_CODE = "befattningskod";
    private static final String TITLE_AND_GROUP_CODE = "befattningskod + gruppförskrivarkod";

    private static final List<String> DOCTORS_BY_TITLE_CODE = List.of("204010", "203020");

    /** Title codes that make a doctor together with one of these group prescription codes. */
    static final Map<String, List<String>> DOCTORS_BY_GROUP_CODE =
            Map.of(
                    "203090", List.of("9300005", "9400003"),
                    "204090", List.of("9100009", "9200007"));

    private static final Set<String> RETIRED = Set.of("FK7263");
    private static final Set<String> DENTISTS_TYPES =
            Set.of("LISJP", "AG7804", "AG1-14", "AF00213", "AF00251");
    private static final Set<String> NURSES_SIGN = Set.of("IGRAV", "ITFP");
    private static final Set<String> NOT_FOR_PROTECTED_PATIENTS =
            Set.of("DB", "DOI", "TSTRK1009", "TSTRK1062");

    private final String code;

    WebcertRole(String code) {
        this.code = code;
    }

    /** The role's name in Webcert, for example {@code LAKARE}. */
    public String code() {
        return code;
    }

    /**
     * The role that follows from both answers about one HSA-id, which is how Webcert finds it.
     *
     * @param employee titles and licences
     * @param credentials licences, titles by code, group prescription codes
     */
    public static RoleDecision of(Employee employee, Credentials credentials) {
        return of(Optional.of(employee), Optional.of(credentials));
    }

    /** The role that follows from the credentials alone, which hold all that decides. */
    public static RoleDecision of(Credentials credentials) {
        return of(Optional.empty(), Optional.of(credentials));
    }

    static RoleDecision of(Optional<Employee> employee, Optional<Credentials> credentials) {
        Set<String> licences = new HashSet<>();
        Set<String> titleCodes = new HashSet<>();
        employee.ifPresent(
                post -> {
                    licences.addAll(post.licences());
                    post.paTitles().stream()
                            .map(PaTitle::code)
                            .flatMap(Optional::stream)
                            .forEach(titleCodes::add);
                });
        credentials.ifPresent(
                post -> {
                    licences.addAll(post.licences());
                    titleCodes.addAll(post.paTitleCodes());
                });
        return of(
                licences,
                titleCodes,
                credentials
                        .map(post -> (Set<String>) new HashSet<>(post.groupPrescriptionCodes()))
                        .orElse(Set.of()));
    }

    /**
     * The role that follows from these values. The first of these rules that holds decides:
     *
     * <ol>
     *   <li>the licence {@code Läkare}, then {@code Tandläkare};
     *   <li>title code 204010 (AT-läkare) or 203020 (BT-läkare): a doctor;
     *   <li>title code 203090 with group code 9300005 or 9400003, or 204090 with 9100009 or 9200007: a doctor;
     *   <li>the licence {@code Barnmorska}, then {@code Sjuksköterska};
     *   <li>otherwise a care administrator.
     * </ol>
     *
     * @param licences licences by name ({@code legitimerad yrkesgrupp}), letter by letter as HSA has them
     * @param titleCodes codes of titles ({@code befattningskod})
     * @param groupPrescriptionCodes group prescription codes ({@code gruppförskrivarkod})
     */
    public static RoleDecision of(
            Set<String> licences, Set<String> titleCodes, Set<String> groupPrescriptionCodes) {
        if (licences.contains("Läkare")) {
            return new RoleDecision(DOCTOR, LICENCE, "Läkare");
        }
        if (licences.contains("Tandläkare")) {
            return new RoleDecision(DENTIST, LICENCE, "Tandläkare");
        }
        for (String title : DOCTORS_BY_TITLE_CODE) {
            if (titleCodes.contains(title)) {
                return new RoleDecision(DOCTOR, TITLE_CODE, title);
            }
        }
        for (String title : List.of("203090", "204090")) {
            for (String group : DOCTORS_BY_GROUP_CODE.getOrDefault(title, List.of())) {
                if (titleCodes.contains(title) && groupPrescriptionCodes.contains(group)) {
                    return new RoleDecision(DOCTOR, TITLE_AND_GROUP_CODE, title + " + " + group);
                }
            }
        }
        if (licences.contains("Barnmorska")) {
            return new RoleDecision(MIDWIFE, LICENCE, "Barnmorska");
        }
        if (licences.contains("Sjuksköterska")) {
            return new RoleDecision(NURSE, LICENCE, "Sjuksköterska");
        }
        return new RoleDecision(CARE_ADMINISTRATOR, "", "");
    }

    /**
     * What the role may do with certificates of a type. Which types are open for new drafts is for Webcert's own
     * settings to say, and changes.
     *
     * @param certificateType the code of the type, as {@code LISJP}; one that is not known here is taken as one that
     *     doctors issue
     * @throws InvalidInputException if the code is blank
     */
    public Set<WebcertRight> rights(String certificateType) {
        String type = normal(certificateType);
        EnumSet<WebcertRight> rights = EnumSet.noneOf(WebcertRight.class);
        if (RETIRED.contains(type)) {
            return rights;
        }
        switch (this) {
            case DOCTOR -> rights.addAll(EnumSet.allOf(WebcertRight.class));
            case DENTIST -> {
                if (DENTISTS_TYPES.contains(type)) {
                    rights.addAll(EnumSet.allOf(WebcertRight.class));
                }
            }
            case MIDWIFE, NURSE -> {
                rights.add(WebcertRight.PREPARE);
                if (NURSES_SIGN.contains(type)) {
                    rights.add(WebcertRight.SIGN);
                }
            }
            case CARE_ADMINISTRATOR -> rights.add(WebcertRight.PREPARE);
        }
        return Collections.unmodifiableSet(rights);
    }

    /**
     * Whether the role may do one thing with certificates of a type.
     *
     * @param certificateType as {@link #rights}
     * @throws InvalidInputException if the code is blank
     */
    public boolean may(WebcertRight right, String certificateType) {
        return rights(certificateType).contains(right);
    }

    /**
     * Whether the role may work with certificates of a type about a patient whose identity is protected
     * (sekretessmarkerad).
     *
     * @param certificateType as {@link #rights}
     * @throws InvalidInputException if the code is blank
     */
    public boolean mayIssueForProtectedPatient(String certificateType) {
        return (this == DOCTOR || this == DENTIST)
                && may(WebcertRight.SIGN, certificateType)
                && !NOT_FOR_PROTECTED_PATIENTS.contains(normal(certificateType));
    }

    private static String normal(String certificateType) {
        if (certificateType.isBlank()) {
            throw new InvalidInputException(
                    "certificateType", "is blank", "the code of a type, as LISJP");
        }
        return certificateType.strip().toUpperCase(Locale.ROOT);
    }
}
