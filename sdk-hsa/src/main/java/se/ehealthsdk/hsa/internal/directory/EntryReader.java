package se.ehealthsdk.hsa.internal.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.CommissionEntry;
import se.ehealthsdk.hsa.directory.PersonEntry;
import se.ehealthsdk.hsa.directory.UnitEntry;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/**
 * Makes records of entries by a schema. A value that cannot be read costs that value, and is told in the record; an
 * entry that nothing can be made of, as one without HSA-id, is told to {@code skipped} and gives empty.
 */
public final class EntryReader {

    private final DirectorySchema schema;

    public EntryReader(DirectorySchema schema) {
        this.schema = schema;
    }

    public Optional<UnitEntry> unit(RawEntry entry, Consumer<AttributeProblem> skipped) {
        throw new UnsupportedOperationException("skeleton" + schema);
    }

    public Optional<PersonEntry> person(RawEntry entry, Consumer<AttributeProblem> skipped) {
        throw new UnsupportedOperationException("skeleton");
    }

    public Optional<CommissionEntry> commission(
            RawEntry entry, Consumer<AttributeProblem> skipped) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The attributes to ask a directory for, so that these records can be made. */
    public List<String> unitAttributes() {
        throw new UnsupportedOperationException("skeleton");
    }

    public List<String> personAttributes() {
        throw new UnsupportedOperationException("skeleton");
    }

    public List<String> commissionAttributes() {
        throw new UnsupportedOperationException("skeleton");
    }
}
