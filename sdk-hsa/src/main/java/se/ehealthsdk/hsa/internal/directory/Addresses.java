package se.ehealthsdk.hsa.internal.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.hsa.PostalAddress;
import se.ehealthsdk.hsa.schema.DirectoryField;

/** A postal address, which stands in up to three attributes. */
final class Addresses {

    private Addresses() {}

    static Optional<PostalAddress> read(
            EntryValues values,
            DirectoryField linesField,
            DirectoryField partsField,
            Optional<String> postalCode) {
        Optional<PostalAddress.Parts> parts = values.one(partsField, PostalAddress.Parts.class);
        List<String> lines = new ArrayList<>(0);
        values.one(linesField, List.class)
                .ifPresent(found -> ((List<?>) found).forEach(line -> lines.add((String) line)));
        return lines.isEmpty() && parts.isEmpty() && postalCode.isEmpty()
                ? Optional.empty()
                : Optional.of(new PostalAddress(lines, postalCode, parts));
    }
}
