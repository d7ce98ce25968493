package se.ehealthsdk.certificate.document;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An instance identifier (II) of the contract: a root that says which series, and the number in it.
 *
 * @param root for example the OID of HSA-ids, {@code 1.2.752.129.2.1.4.1}, or for an intyg the HSA-id of the unit
 *     that issued it
 * @param extension the number; empty where the contract lets it be left out
 */
public record Identifier(String root, Optional<String> extension) {

    /** As persons' numbers look, reserve numbers too, under whatever root they stand. */
    private static final Pattern PERSON =
            Pattern.compile("\\s*(?:[0-9]{6}|[0-9]{8})[-+ ]?[0-9A-Za-z]{4}\\s*");

    /** Nothing is null. */
    public Identifier {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(extension, "extension");
    }

    /** HSA-id. */
    public static final String HSA_ID = "1.2.752.129.2.1.4.1";

    /** Personal identity number (personnummer). */
    public static final String PERSONNUMMER = "1.2.752.129.2.1.3.1";

    /** Coordination number (samordningsnummer). */
    public static final String SAMORDNINGSNUMMER = "1.2.752.129.2.1.3.3";

    /** Workplace code (arbetsplatskod). */
    public static final String WORKPLACE_CODE = "1.2.752.29.4.71";

    /** An identifier with both parts. */
    public static Identifier of(String root, String extension) {
        return new Identifier(root, Optional.of(extension));
    }

    /** The root; the extension only where it cannot be a person's number, of whatever kind. */
    @Override
    public String toString() {
        boolean person =
                root.equals(PERSONNUMMER)
                        || root.equals(SAMORDNINGSNUMMER)
                        || extension.filter(each -> PERSON.matcher(each).matches()).isPresent();
        return "Identifier[" + root + ", " + (person ? "***" : extension.orElse("-")) + "]";
    }
}
