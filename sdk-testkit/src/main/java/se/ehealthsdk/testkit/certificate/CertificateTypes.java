package se.ehealthsdk.testkit.certificate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The types of certificate, which generation each version is of, and who may do what with it.
 *
 * <p>Source: Inera's Intygstjänster and Webcert as they were read in the summer of 2026; which versions are
 * active in production is not known.
 */
final class CertificateTypes {

    /** Versions of the first generation, which Intygstjänster itself has modules for: major versions. */
    private static final Map<String, Set<Integer>> MODULES =
            Map.ofEntries(
                    Map.entry("LUSE", Set.of(1)),
                    Map.entry("LUAE_NA", Set.of(1)),
                    Map.entry("LUAE_FS", Set.of(1)),
                    Map.entry("LISJP", Set.of(1)),
                    Map.entry("AG7804", Set.of(1)),
                    Map.entry("AG1-14", Set.of(1)),
                    Map.entry("DB", Set.of(1)),
                    Map.entry("DOI", Set.of(1)),
                    Map.entry("AF00213", Set.of(1)),
                    Map.entry("AF00251", Set.of(1)),
                    Map.entry("TSTRK1007", Set.of(6, 7)),
                    Map.entry("TSTRK1031", Set.of(3, 4)),
                    Map.entry("TSTRK1009", Set.of(1)),
                    Map.entry("TSTRK1062", Set.of(1)));

    /** The newest version of the second generation, which certificate-service has. */
    private static final Map<String, String> SERVICE =
            Map.ofEntries(
                    Map.entry("LU_OMV_MEK", "1.0"),
                    Map.entry("LUNSP", "1.0"),
                    Map.entry("IGRAV", "1.0"),
                    Map.entry("LU_TFP_ASB18", "1.0"),
                    Map.entry("LU_TFP_B12_16", "1.0"),
                    Map.entry("ITFP", "1.0"),
                    Map.entry("LISJP", "2.0"),
                    Map.entry("LUMEK", "1.0"),
                    Map.entry("LUAS", "1.0"),
                    Map.entry("AG7804", "2.0"),
                    Map.entry("AG1-14", "2.0"),
                    Map.entry("TS8071", "2.0"));

    /** Types that new drafts of the first generation cannot be made of. */
    private static final Set<String> INACTIVE = Set.of("TSTRK1007", "AF00213", "AF00251");

    private static final Set<String> ONLY_OF_THE_DEAD = Set.of("DB", "DOI");
    private static final Set<String> NOT_FOR_PROTECTED =
            Set.of("DB", "DOI", "TSTRK1009", "TSTRK1062");
    private static final List<String> DENTIST = List.of("LISJP", "AF0", "AG");

    private CertificateTypes() {}

    /** Whether Intygstjänster has a module for this version. */
    static boolean isModule(String type, String version) {
        return major(version)
                .map(MODULES.getOrDefault(key(type), Set.of())::contains)
                .orElse(false);
    }

    /** Whether certificate-service has this version. */
    static boolean isService(String type, String version) {
        String newest = SERVICE.get(key(type));
        return newest != null
                && (newest.equals(version) || key(type).equals("TS8071") && version.equals("1.0"));
    }

    /** The version that a new draft gets: certificate-service is asked first, then the modules. */
    static Optional<String> newest(String type) {
        String service = SERVICE.get(key(type));
        if (service != null) {
            return Optional.of(service);
        }
        return INACTIVE.contains(key(type))
                ? Optional.empty()
                : Optional.ofNullable(MODULES.get(key(type)))
                        .map(majors -> majors.stream().max(Integer::compare).orElse(1) + ".0");
    }

    /** Whether a draft can be made of a type for someone who is dead. */
    static boolean isForTheDead(String type) {
        return ONLY_OF_THE_DEAD.contains(key(type));
    }

    static boolean isForProtected(String type) {
        return !NOT_FOR_PROTECTED.contains(key(type));
    }

    /** Whether dentists have anything to do with a type. */
    static boolean isForDentists(String type) {
        return DENTIST.stream().anyMatch(key(type)::startsWith);
    }

    /** Whether status updates carry the patient's name and address. */
    static boolean carriesName(String type) {
        return key(type).equals("LISJP")
                || key(type).equals("LUSE")
                || key(type).startsWith("LUAE_");
    }

    static String key(String type) {
        return type.toUpperCase(Locale.ROOT);
    }

    private static Optional<Integer> major(String version) {
        return version.matches("[0-9]{1,3}(\\.[0-9]{1,3})?")
                ? Optional.of(Integer.valueOf(version.split("\\.")[0]))
                : Optional.empty();
    }
}
