package se.ehealthsdk.core.identifier;

import java.util.regex.Pattern;
import se.ehealthsdk.core.error.InvalidInputException;

/** An OID in dotted form (ITU-T X.660), as the root of a reserve number. */
final class ObjectIdentifier {

    private static final String FIELD = "oid";
    private static final Pattern DOTTED = Pattern.compile("[0-2](?:\\.(?:0|[1-9]\\d*+))++");

    private ObjectIdentifier() {}

    static String require(String text) {
        String oid = text.strip();
        if (!DOTTED.matcher(oid).matches()) {
            throw new InvalidInputException(
                    FIELD, "is not an object identifier", "numbers with dots between");
        }
        if (oid.equals(Personnummer.OID) || oid.equals(Samordningsnummer.OID)) {
            throw new InvalidInputException(
                    FIELD,
                    "is that of personnummer or samordningsnummer",
                    "the OID of whoever issues the reserve numbers");
        }
        return oid;
    }
}
