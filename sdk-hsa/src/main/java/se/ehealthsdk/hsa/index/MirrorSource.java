package se.ehealthsdk.hsa.index;

/**
 * Where a {@link DirectoryMirror} gets its index from: a directory over LDAP, the unit file, or anything else.
 *
 * <pre>{@code
 * HsaDirectory all = directory.includingArchived().includingFeigned().includingHidden();
 * MirrorSource overLdap = () -> UnitIndex.of(all.units(UnitSearch.all()), "EK", clock.instant());
 * }</pre>
 */
@FunctionalInterface
public interface MirrorSource {

    /**
     * Reads the whole of it anew. It is called on the mirror's thread, or on that of {@link DirectoryMirror#refreshNow},
     * never twice at a time.
     *
     * @throws se.ehealthsdk.core.error.EHealthException if it cannot be read; the mirror goes on answering from what
     *     it has
     */
    UnitIndex read();
}
