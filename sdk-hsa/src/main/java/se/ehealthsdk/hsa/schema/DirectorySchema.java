package se.ehealthsdk.hsa.schema;

import java.nio.file.Path;

/**
 * What the attributes and object classes of a directory are called, and how their values are written: data, that a
 * region changes where its own directory differs. Immutable.
 *
 * <pre>{@code
 * DirectorySchema ours = DirectorySchema.hsa().with(Path.of("our-dialect.properties"));
 * }</pre>
 */
public final class DirectorySchema {

    private DirectorySchema() {}

    /** The schema of HSA, 5.x. */
    public static DirectorySchema hsa() {
        return new DirectorySchema();
    }

    /**
     * This schema with the changes that a file holds.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if the file cannot be read or is not right; the message
     *     names file and line
     */
    public DirectorySchema with(Path dialect) {
        throw new UnsupportedOperationException("skeleton");
    }
}
