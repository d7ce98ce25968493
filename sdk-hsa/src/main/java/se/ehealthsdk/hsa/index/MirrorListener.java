package se.ehealthsdk.hsa.index;

/** Hears of what becomes of a {@link DirectoryMirror}. Called on the thread that refreshes: be quick. */
public interface MirrorListener {

    /**
     * It answers from a new index.
     *
     * @param now the new index
     * @param diff what differs from the one before; everything is added when there was none
     */
    default void refreshed(UnitIndex now, UnitDiff diff) {}

    /**
     * The source could not be read; the mirror goes on with what it has.
     *
     * @param why an {@link se.ehealthsdk.core.error.EHealthException}, or a fault of the source's own
     */
    default void failed(RuntimeException why) {}

    /**
     * The source was read, and what it gave was not taken: it is not all there is, or far less than before.
     *
     * @param why in words for people
     * @param candidate what it gave, for {@link DirectoryMirror#accept} if it is right after all
     */
    default void refused(String why, UnitIndex candidate) {}

    /**
     * The copy on disk could not be read or written; the mirror works without it.
     *
     * @param why what to do is in its remedy
     */
    default void copyFailed(RuntimeException why) {}
}
