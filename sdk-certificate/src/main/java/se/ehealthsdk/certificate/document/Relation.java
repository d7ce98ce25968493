package se.ehealthsdk.certificate.document;

import java.util.List;
import java.util.Objects;

/**
 * How a certificate relates to an earlier one. Intygstjänster stores only the first.
 *
 * @param type {@code FRLANG}, {@code ERSATT}, {@code KOMPLT} or {@code KOPIA}
 * @param certificate the earlier one
 * @param extensions elements of other namespaces
 */
public record Relation(CodedValue type, Identifier certificate, List<XmlElement> extensions) {

    /** Code system of relations. */
    public static final String CODE_SYSTEM = "c2362fcd-eda0-4f9a-bd13-b3bbaf7f2146";

    /** Renews the earlier one (förlänger). */
    public static final String RENEWS = "FRLANG";

    /** Replaces the earlier one (ersätter). */
    public static final String REPLACES = "ERSATT";

    /** Answers a request for completion of the earlier one (kompletterar). */
    public static final String COMPLEMENTS = "KOMPLT";

    /** Is a copy of the earlier one; first generation only. */
    public static final String COPIES = "KOPIA";

    /** Copies. */
    public Relation {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(certificate, "certificate");
        extensions = List.copyOf(extensions);
    }
}
