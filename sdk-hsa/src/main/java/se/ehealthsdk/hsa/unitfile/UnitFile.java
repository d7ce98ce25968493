package se.ehealthsdk.hsa.unitfile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.xml.XmlLimits;
import se.ehealthsdk.hsa.index.UnitIndex;
import se.ehealthsdk.hsa.index.UnitIndexBuilder;

/**
 * A file of all units in HSA, which HSA makes each night, on disk: as it was fetched, zipped, or as XML. Immutable.
 *
 * <pre>{@code
 * UnitFile file = UnitFile.of(Path.of("hsaunits.zip"));
 * try (UnitFileReader units = file.open()) {
 *     while (units.hasNext()) {
 *         UnitFileEntry unit = units.next();
 *     }
 * }
 * UnitIndex index = file.index(clock.instant());
 * }</pre>
 *
 * <p>Source: {@code FileGetHsaUnitsResponse}, namespace {@code urn:riv:hsa:HsaWsResponder:3}, of HSA's file service
 * (Filtjänst). Its schema is not published; what is read is what systems that use it read. Elements that are not known
 * are passed over.
 */
public final class UnitFile {

    private static final long TWO_GIBIBYTES = 2L << 30;
    private static final int LONGEST_TEXT = 1 << 20;

    private final Path path;
    private final long maxBytes;
    private final List<UnitFile> complements;
    private final boolean keepFirst;

    private UnitFile(Path path, long maxBytes, List<UnitFile> complements, boolean keepFirst) {
        this.path = path;
        this.maxBytes = maxBytes;
        this.complements = complements;
        this.keepFirst = keepFirst;
    }

    /** A file on disk, zipped or not: its first bytes tell which. */
    public static UnitFile of(Path path) {
        return new UnitFile(path, TWO_GIBIBYTES, List.of(), false);
    }

    /**
     * The same file, refused when its XML is larger; 2 GiB unless told. It bounds what a zip file can grow to.
     *
     * @throws InvalidInputException if it is not above zero
     */
    public UnitFile withMaxBytes(long most) {
        if (most < 1) {
            throw new InvalidInputException("maxBytes", "is not above zero", "bytes above zero");
        }
        return new UnitFile(path, most, complements, keepFirst);
    }

    /**
     * The same file with another on top, for {@link #index}. An entry of the complementary file takes the place of the
     * one with the same HSA-id, as a whole: place, relations and all. What the first file does not have is added. It
     * takes nothing away. A second complementary file comes on top of the first, and one that has complements itself
     * comes with them.
     */
    public UnitFile withComplement(UnitFile file) {
        List<UnitFile> all = new ArrayList<>(complements);
        all.add(file);
        return new UnitFile(path, maxBytes, List.copyOf(all), keepFirst);
    }

    /**
     * The same file, of whose entries the first stands where two are at the same place in the tree; the others are told
     * in the report. Without this, {@link #index} fails.
     */
    public UnitFile keepingFirstAtPlace() {
        return new UnitFile(path, maxBytes, complements, true);
    }

    /**
     * Opens this file, without its complements, for reading unit by unit. The memory it takes does not grow with the
     * file, so it does not notice that an HSA-id or a place comes twice: {@link #index} does.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if there is no such file, or it may not be read
     * @throws se.ehealthsdk.core.error.ProtocolException if it is not a file of units, or a zip file with anything
     *     else in it
     */
    public UnitFileReader open() {
        return new UnitFileReader(
                FileContent.of(path), new XmlLimits(maxBytes, 50, 50, LONGEST_TEXT));
    }

    /**
     * All units of the file, and of its complements, in memory.
     *
     * @param madeAt as of when the file is: its time on disk, or when it was fetched
     * @throws se.ehealthsdk.core.error.EHealthException as {@link #open}; and if the file is damaged or cut off, or
     *     two units stand at the same place in the tree
     */
    public UnitIndex index(Instant madeAt) {
        UnitIndexBuilder index = UnitIndex.builder();
        if (keepFirst) {
            index.keepingFirstAtPlace();
        }
        index.add(open().units());
        complements.forEach(file -> file.addOnTop(index));
        return index.build("HSA's unit file", madeAt);
    }

    private void addOnTop(UnitIndexBuilder index) {
        index.addOnTop(open().units());
        complements.forEach(file -> file.addOnTop(index));
    }

    /** The file's name. */
    @Override
    public String toString() {
        return "UnitFile[" + path.getFileName() + "]";
    }
}
