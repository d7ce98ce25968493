package se.ehealthsdk.hsa.unitfile;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.SecureXml;
import se.ehealthsdk.core.xml.XmlLimits;
import se.ehealthsdk.hsa.Validity;
import se.ehealthsdk.hsa.directory.AttributeProblem;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.directory.ReadReport;
import se.ehealthsdk.hsa.directory.UnitEntry;

/**
 * Reads a unit file as it is asked for. Close it, or read it to its end. For use by one thread at a time.
 *
 * <p>An entry without HSA-id, place or name, or whose place is no distinguished name, is skipped and told in the
 * report. A file that is damaged or cut off is a {@link ProtocolException} from {@link #hasNext()}, each time it is asked,
 * never an early end.
 *
 * <p>Source: {@code FileGetHsaUnitsResponse} of {@code urn:riv:hsa:HsaWsResponder:3}.
 */
public final class UnitFileReader implements Entries<UnitFileEntry> {

    private static final String ROOT = "FileGetHsaUnitsResponse";
    static final String NAMESPACE = "urn:riv:hsa:HsaWsResponder:3";

    private final FileContent content;
    private final XMLStreamReader xml;
    private final ElementReader in;
    private final UnitElement element;
    private final List<String> unreadableDates = new ArrayList<>(0);
    private Optional<Instant> start = Optional.empty();
    private Optional<Instant> end = Optional.empty();

    private @Nullable UnitFileEntry next;
    private @Nullable ProtocolException failure;
    private boolean inUnits;
    private boolean sawUnits;
    private boolean ended;
    private long delivered;
    private long skipped;
    private long problemCount;
    private final List<AttributeProblem> problems = new ArrayList<>(0);

    UnitFileReader(FileContent content, XmlLimits limits) {
        this.content = content;
        boolean opened = false;
        try {
            this.xml = new SecureXml(limits).reader(Utf8Stream.of(content.stream()), null);
            toRoot(xml);
            this.in = new ElementReader(xml, NAMESPACE);
            this.element = new UnitElement(xml, in, this::skip);
            opened = true;
        } catch (XMLStreamException | IOException broken) {
            throw tooLarge(broken)
                    .orElseGet(
                            () ->
                                    new ProtocolException(
                                            "The file is no unit file: neither a zip file nor XML",
                                            null,
                                            broken));
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    private static void toRoot(XMLStreamReader xml) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new ProtocolException("The unit file has a DOCTYPE", null, null);
            }
        }
        if (!ROOT.equals(xml.getLocalName()) || !NAMESPACE.equals(xml.getNamespaceURI())) {
            throw new ProtocolException("The file is XML, but no file of HSA's units", null, null);
        }
    }

    @Override
    public boolean hasNext() {
        if (next != null) {
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return false;
        }
        try {
            next = read();
        } catch (XMLStreamException | IOException broken) {
            failure = broken(broken);
            throw failure;
        } catch (ProtocolException refused) {
            failure = refused;
            throw failure;
        } finally {
            if (next == null) {
                close();
            }
        }
        return next != null;
    }

    /** The next that something can be made of; null after the last. */
    private @Nullable UnitFileEntry read() throws XMLStreamException, IOException {
        while (true) {
            if (!in.nextChild()) {
                if (!inUnits) {
                    finish();
                    return null;
                }
                inUnits = false;
            } else if (inUnits) {
                UnitFileEntry entry = unit();
                if (entry != null) {
                    return entry;
                }
            } else {
                head();
            }
        }
    }

    private void head() throws XMLStreamException {
        switch (UnitElement.nameOf(xml)) {
            case "startDate" -> start = date(FileTime::start);
            case "endDate" -> end = date(FileTime::end);
            case "hsaUnits" -> {
                inUnits = true;
                sawUnits = true;
            }
            default -> in.skip();
        }
    }

    private Optional<Instant> date(Function<String, Optional<Instant>> form)
            throws XMLStreamException {
        String text = in.token();
        Optional<Instant> date = form.apply(text);
        if (date.isEmpty() && !text.isEmpty()) {
            unreadableDates.add(text);
        }
        return date;
    }

    private @Nullable UnitFileEntry unit() throws XMLStreamException {
        if (UnitElement.nameOf(xml).equals("hsaUnit")) {
            return element.read();
        }
        in.skip();
        return null;
    }

    private void skip(AttributeProblem why) {
        skipped++;
        tell(why);
    }

    private void tell(AttributeProblem problem) {
        if (problems.size() < ReadReport.KEPT) {
            problems.add(problem);
        }
    }

    private void finish() throws XMLStreamException, IOException {
        while (xml.hasNext()) {
            xml.next();
        }
        content.finish();
        if (!sawUnits) {
            throw new ProtocolException("The unit file has no list of units", null, null);
        }
    }

    private static ProtocolException broken(Exception cause) {
        String where =
                cause instanceof XMLStreamException at && at.getLocation() != null
                        ? " (line " + at.getLocation().getLineNumber() + ")"
                        : "";
        return tooLarge(cause)
                .orElseGet(
                        () ->
                                new ProtocolException(
                                        "The unit file is damaged, or ends before its end" + where,
                                        null,
                                        cause));
    }

    private static Optional<ProtocolException> tooLarge(Exception failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (each instanceof IOException && message.startsWith("larger than the limit")) {
                return Optional.of(
                        new ProtocolException("The unit file is " + message, null, failure));
            }
        }
        return Optional.empty();
    }

    @Override
    public UnitFileEntry next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("no more units");
        }
        UnitFileEntry entry = next;
        next = null;
        delivered++;
        problemCount += entry.problems().size();
        entry.problems().forEach(this::tell);
        return entry;
    }

    /**
     * What the file says of the time it is about, in its head; known when the first entry has been asked for. What HSA
     * means by it is not published.
     */
    public Validity period() {
        return new Validity(start, end, unreadableDates);
    }

    @Override
    public ReadReport report() {
        return new ReadReport(delivered, 0, skipped, problemCount, problems, Optional.empty());
    }

    /** The units as entries of a directory. Closing it closes this. */
    public Entries<UnitEntry> units() {
        UnitFileReader file = this;
        return new Entries<>() {
            @Override
            public boolean hasNext() {
                return file.hasNext();
            }

            @Override
            public UnitEntry next() {
                return file.next().toUnitEntry();
            }

            @Override
            public ReadReport report() {
                return file.report();
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }

    @Override
    public void close() {
        ended = true;
        next = null;
        try {
            content.close();
        } catch (IOException nothingIsLost) {
            // only read from
        }
    }
}
