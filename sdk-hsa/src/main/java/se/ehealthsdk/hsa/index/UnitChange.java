package se.ehealthsdk.hsa.index;

import java.util.List;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.UnitEntry;

/** What has become of a unit between two indexes. {@link #toString} is a line for people. */
public sealed interface UnitChange {

    /** The unit. */
    HsaId hsaId();

    /**
     * It was not there before.
     *
     * @param unit as it is now
     */
    record Added(UnitEntry unit) implements UnitChange {
        @Override
        public HsaId hsaId() {
            return unit.hsaId();
        }

        @Override
        public String toString() {
            return "added " + hsaId() + " " + unit.unit().name();
        }
    }

    /**
     * It is not there any more.
     *
     * @param unit as it was
     */
    record Removed(UnitEntry unit) implements UnitChange {
        @Override
        public HsaId hsaId() {
            return unit.hsaId();
        }

        @Override
        public String toString() {
            return "removed " + hsaId() + " " + unit.unit().name();
        }
    }

    /**
     * It stands elsewhere in the tree.
     *
     * @param hsaId the unit
     * @param from where it stood
     * @param to where it stands
     */
    record Moved(HsaId hsaId, DistinguishedName from, DistinguishedName to) implements UnitChange {
        @Override
        public String toString() {
            return "moved " + hsaId + " from " + from + " to " + to;
        }
    }

    /**
     * Something else about it is another.
     *
     * @param before as it was
     * @param after as it is now
     * @param facts what is another, by the names of the records' components, as {@code telephones} or {@code
     *     care.members}
     */
    record Changed(UnitEntry before, UnitEntry after, List<String> facts) implements UnitChange {

        /** Copies the list. */
        public Changed {
            facts = List.copyOf(facts);
        }

        @Override
        public HsaId hsaId() {
            return after.hsaId();
        }

        @Override
        public String toString() {
            return "changed "
                    + hsaId()
                    + " "
                    + after.unit().name()
                    + ": "
                    + String.join(", ", facts);
        }
    }
}
