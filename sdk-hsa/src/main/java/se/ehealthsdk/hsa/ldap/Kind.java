package se.ehealthsdk.hsa.ldap;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.DirectoryEntry;
import se.ehealthsdk.hsa.internal.directory.RawEntry;
import se.ehealthsdk.hsa.internal.ldap.Condition;

/**
 * How entries of one kind are asked for and read.
 *
 * @param condition what tells them from others, on the server
 * @param isOne the same, for an entry that has come
 * @param attributes what to ask for
 * @param reader makes a record of an entry
 */
record Kind<T extends DirectoryEntry>(
        Condition condition, Predicate<RawEntry> isOne, List<String> attributes, Reader<T> reader) {

    interface Reader<T extends DirectoryEntry> {
        Optional<T> read(RawEntry entry, Consumer<AttributeProblem> skipped);
    }

    /** The record of an entry; empty if it is of another kind, or nothing can be made of it. */
    Optional<T> read(RawEntry entry, Consumer<AttributeProblem> skipped) {
        return isOne.test(entry) ? reader.read(entry, skipped) : Optional.empty();
    }

    /** The same kind, without these attributes. */
    Kind<T> without(List<String> unwanted) {
        return new Kind<>(
                condition,
                isOne,
                attributes.stream()
                        .filter(name -> unwanted.stream().noneMatch(name::equalsIgnoreCase))
                        .toList(),
                reader);
    }

    /** The same kind, with records changed before anyone sees them. */
    Kind<T> told(UnaryOperator<T> change) {
        return new Kind<>(
                condition,
                isOne,
                attributes,
                (entry, skipped) -> reader.read(entry, skipped).map(change));
    }
}
