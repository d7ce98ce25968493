package se.ehealthsdk.outbox.internal.store;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import se.ehealthsdk.outbox.OutboxException;

/** The folder that an SQLite file lies in: on a disk of this machine's own, open to its owner only. */
final class LocalDisk {

    /**
     * Where locks or syncs cannot be relied on (over a network, shared from a host machine) or nothing lasts
     * (in memory). Beginnings of names, as the operating systems give them.
     */
    private static final List<String> REFUSED =
            List.of(
                    "nfs",
                    "cifs",
                    "smb",
                    "9p",
                    "afs",
                    "afpfs",
                    "ncp",
                    "ceph",
                    "gluster",
                    "lustre",
                    "gpfs",
                    "beegfs",
                    "webdav",
                    "davfs",
                    "fuse.",
                    "osxfuse",
                    "macfuse",
                    "virtiofs",
                    "vboxsf",
                    "vmhgfs",
                    "prl_fs",
                    "drvfs",
                    "tmpfs",
                    "ramfs",
                    "devtmpfs");

    private LocalDisk() {}

    /** Creates the folder and an empty file in it, if they are not there. */
    static Path file(Path folder, String name, boolean anyFileSystem) {
        try {
            Path absolute = folder.toAbsolutePath();
            createFolder(absolute);
            if (!anyFileSystem) {
                requireLocal(absolute.toString(), Files.getFileStore(absolute).type());
            }
            // Links resolved, so that it is one file whichever way it is reached.
            Path real = absolute.toRealPath();
            createFile(real, name);
            return real.resolve(name);
        } catch (IOException e) {
            throw new OutboxException(
                    OutboxException.Kind.CONFIGURATION,
                    "The outbox's folder " + folder + " cannot be used",
                    "Name a folder that can be created and written by the user that runs this process.",
                    e);
        }
    }

    static void requireLocal(String folder, String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        if (folder.startsWith("\\\\") || REFUSED.stream().anyMatch(lower::startsWith)) {
            throw Failures.configuration(
                    "The folder " + folder + " is on a file system of type " + type,
                    "Use a disk of this machine's own: on file systems over a network, shared from a host or"
                            + " in memory, what was acknowledged can be lost. For several nodes use"
                            + " PostgreSQL.");
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try {
            if (posix(folder)) {
                Files.createDirectory(folder, asFileAttribute(fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        if (parent != null) {
            sync(parent);
        }
    }

    private static void createFile(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            if (posix(file)) {
                Files.createFile(file, asFileAttribute(fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            return;
        }
        sync(folder);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** A new name lasts when its folder has been synced. Windows knows no such thing. */
    private static void sync(Path folder) throws IOException {
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
