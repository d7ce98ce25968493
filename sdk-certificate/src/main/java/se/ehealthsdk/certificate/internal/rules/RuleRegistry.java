package se.ehealthsdk.certificate.internal.rules;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.certificate.document.CertificateType;
import se.ehealthsdk.certificate.internal.check.RuleSet;

/** The types whose rules are known. */
public final class RuleRegistry {

    private static final List<RuleSet> ALL =
            List.of(
                    Lisjp2.rules(),
                    Lisjp1.rules(),
                    Ag2.rules(),
                    Ag1.rules(),
                    Lunsp1.rules(),
                    Igrav1.rules(),
                    Luse1.rules(),
                    LuaeNa1.rules(),
                    LuaeFs1.rules(),
                    Ag114.rules(),
                    Db1.rules(),
                    Doi1.rules(),
                    Af00213V1.rules(),
                    Af00251V1.rules(),
                    Tstrk1062V1.rules(),
                    Tstrk1009V1.rules(),
                    Tstrk1031V4.rules(),
                    Tstrk1031V3.rules(),
                    Tstrk1007V7.rules(),
                    Tstrk1007V6.rules());

    private static final Map<String, RuleSet> BY_TYPE = byType();

    private RuleRegistry() {}

    private static Map<String, RuleSet> byType() {
        Map<String, RuleSet> map = new HashMap<>();
        for (RuleSet each : ALL) {
            map.put(key(each.type(), each.major()), each);
        }
        return Map.copyOf(map);
    }

    /** Also {@code luae_fs}, as older certificates write it; the official rules do not look at the code. */
    private static String key(CertificateType type, int major) {
        return capitals(type) + " " + major;
    }

    private static String capitals(CertificateType type) {
        return type.code().toUpperCase(Locale.ROOT);
    }

    /** Every set of rules. */
    public static List<RuleSet> all() {
        return ALL;
    }

    /** The rules of the newest version of a type, if they are known. */
    public static Optional<RuleSet> newest(CertificateType type) {
        return ALL.stream()
                .filter(each -> capitals(each.type()).equals(capitals(type)))
                .max(Comparator.comparingInt(RuleSet::major));
    }

    /** The rules of a type and major version, if they are known. */
    public static Optional<RuleSet> of(CertificateType type, int major) {
        return Optional.ofNullable(BY_TYPE.get(key(type, major)));
    }
}
