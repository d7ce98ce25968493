package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.ehealthsdk.hsa.Speciality;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/** The codes of licences, which the directory has by name, and beside specialities by code. */
final class LicenceCodes {

    private final Map<String, String> codesByName = new HashMap<>();

    LicenceCodes(DirectorySchema schema) {
        schema.licences().forEach((code, name) -> codesByName.put(key(name), code));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Those of the names first, then those that only stand beside a speciality, or alone in its attribute. */
    List<String> of(List<String> licences, List<Speciality> written) {
        if (licences.isEmpty() && written.isEmpty()) {
            return List.of();
        }
        Set<String> codes = new LinkedHashSet<>();
        for (String licence : licences) {
            String code = codesByName.get(key(licence));
            if (code != null) {
                codes.add(code);
            }
        }
        for (Speciality each : written) {
            codes.add(each.licence());
        }
        return new ArrayList<>(codes);
    }

    /** What stands in the attribute of specialities only to tell a licence's code. */
    static boolean isLicenceAlone(Speciality written) {
        return written.code().isEmpty() && written.name().isEmpty();
    }
}
