package se.ehealthsdk.examples;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import se.ehealthsdk.outbox.Item;
import se.ehealthsdk.outbox.KeptItem;
import se.ehealthsdk.outbox.ParkedItem;

/**
 * A new file of items, an XML element on each line, that its owner alone may read. What has been written is on
 * disk.
 */
final class ItemFile implements AutoCloseable {

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final FileChannel file;

    private ItemFile(FileChannel file) {
        this.file = file;
    }

    /** Fails if there is such a file. */
    static ItemFile create(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return new ItemFile(
                FileChannel.open(
                        path,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly));
    }

    /** Writes refused items; how many. */
    int write(Stream<ParkedItem> items) throws IOException {
        int count = 0;
        for (Iterator<ParkedItem> each = items.iterator(); each.hasNext(); count++) {
            ParkedItem parked = each.next();
            write(
                    line(
                            parked.item(),
                            "parkedAt",
                            parked.parkedAt(),
                            parked.appendedAt(),
                            parked.reason()));
        }
        file.force(true);
        return count;
    }

    /** Writes delivered items. */
    void store(List<KeptItem> items) throws IOException {
        for (KeptItem kept : items) {
            write(
                    line(
                            kept.item(),
                            "deliveredAt",
                            kept.deliveredAt().orElse(kept.appendedAt()),
                            kept.appendedAt(),
                            ""));
        }
        file.force(true);
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private static String line(
            Item item, String event, Instant at, Instant appendedAt, String reason)
            throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(text);
            out.writeStartElement("item");
            out.writeAttribute("id", item.id());
            out.writeAttribute("destination", item.destination());
            out.writeAttribute("appendedAt", appendedAt.toString());
            out.writeAttribute(event, at.toString());
            if (!reason.isEmpty()) {
                out.writeAttribute("reason", reason);
            }
            out.writeCharacters(new String(item.payload(), StandardCharsets.UTF_8));
            out.writeEndElement();
            out.close();
        } catch (XMLStreamException unwritable) {
            throw new IOException("the item " + item.id() + " is no text", unwritable);
        }
        return text.toString().replace("\r", "&#13;").replace("\n", "&#10;") + "\n";
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
