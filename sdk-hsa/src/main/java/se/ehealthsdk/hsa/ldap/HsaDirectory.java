package se.ehealthsdk.hsa.ldap;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.EntryMark;
import se.ehealthsdk.hsa.internal.directory.EntryReader;
import se.ehealthsdk.hsa.internal.ldap.EntrySource;
import se.ehealthsdk.hsa.schema.DirectorySchema;

/**
 * Reads HSA, or a region's own directory that feeds it, over LDAP.
 *
 * <pre>{@code
 * HsaDirectory directory = HsaDirectory.on(connection);
 * Optional<Unit> unit = directory.unit(HsaId.of("SE2321000016-39KJ")).map(UnitEntry::unit);
 * }</pre>
 */
public final class HsaDirectory {

    private final EntrySource source;
    private final EntryReader reader;
    private final DistinguishedName base;
    private final Set<EntryMark> shown;
    private final Clock clock;

    private HsaDirectory(
            EntrySource source,
            EntryReader reader,
            DistinguishedName base,
            Set<EntryMark> shown,
            Clock clock) {
        this.source = source;
        this.reader = reader;
        this.base = base;
        this.shown = shown;
        this.clock = clock;
    }

    /** A directory with HSA's own schema, looked at from {@code c=SE}. */
    public static HsaDirectory on(LdapConnection connection) {
        return builder(connection).build();
    }

    /** Starts a directory with choices of its own. */
    public static Builder builder(LdapConnection connection) {
        return new Builder(connection.source());
    }

    /** The same directory, told of what is hidden by a mark too. */
    public HsaDirectory including(EntryMark... marks) {
        EnumSet<EntryMark> more = EnumSet.noneOf(EntryMark.class);
        more.addAll(shown);
        more.addAll(Set.of(marks));
        return new HsaDirectory(source, reader, base, more, clock);
    }

    /** Builds an {@link HsaDirectory}. Not for use by more than one thread. */
    public static final class Builder {

        private final EntrySource source;
        private DirectorySchema schema = DirectorySchema.hsa();
        private Optional<DistinguishedName> base = Optional.empty();
        private Clock clock = Clock.systemUTC();

        Builder(EntrySource source) {
            this.source = source;
        }

        /** What attributes and object classes are called there; {@link DirectorySchema#hsa} unless told. */
        public Builder schema(DirectorySchema names) {
            schema = names;
            return this;
        }

        /** Where to look from; the schema's own base, for HSA {@code c=SE}, unless told. */
        public Builder base(DistinguishedName top) {
            base = Optional.of(top);
            return this;
        }

        /** What time it is, for what holds now; the system's clock unless told. */
        public Builder clock(Clock time) {
            clock = time;
            return this;
        }

        /** The directory. */
        public HsaDirectory build() {
            return new HsaDirectory(
                    source,
                    new EntryReader(schema),
                    base.orElseGet(() -> DistinguishedName.of("c=SE")),
                    EnumSet.noneOf(EntryMark.class),
                    clock);
        }
    }
}
