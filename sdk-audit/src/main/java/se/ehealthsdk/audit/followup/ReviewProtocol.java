package se.ehealthsdk.audit.followup;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.audit.AccessRecord;
import se.ehealthsdk.audit.internal.document.PdfLibrary;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The record of a review: who made it, how the sample was drawn, and what was found of each record. It cannot
 * be closed before every record of the sample has been judged. Immutable: each step gives a new protocol, and
 * one that was stored is made again with the constructor.
 *
 * <p>Source: HSLF-FS 2016:40 4:9 (checks are documented).
 *
 * @param sample what is reviewed, and how it was drawn
 * @param reviewer who reviews
 * @param openedAt when the review began
 * @param judgements what has been found so far, by log id
 * @param closedAt when the review ended; empty while it goes on
 */
public record ReviewProtocol(
        ReviewSample sample,
        Reviewer reviewer,
        Instant openedAt,
        Map<String, Judgement> judgements,
        Optional<Instant> closedAt) {

    /**
     * Who reviews.
     *
     * @param id the reviewer's HSA-id
     * @param name as it is to stand in the protocol
     */
    public record Reviewer(HsaId id, String name) {

        /** The HSA-id; never the name. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * @throws InvalidInputException if a judgement is about a record that is not in the sample, or the protocol
     *     is closed and a record has not been judged
     */
    public ReviewProtocol {
        judgements = Collections.unmodifiableMap(new LinkedHashMap<>(judgements));
        if (!Set.copyOf(sample.logIds()).containsAll(judgements.keySet())) {
            throw new InvalidInputException(
                    "logId", "is not in the sample", "the log id of a record of the sample");
        }
        if (closedAt.isPresent() && judgements.size() < sample.records().size()) {
            throw new InvalidInputException(
                    "judgements",
                    "are missing for " + (sample.records().size() - judgements.size()) + " records",
                    "a judgement of every record before the protocol is closed");
        }
    }

    /** A protocol in which nothing has been judged. */
    public static ReviewProtocol open(ReviewSample sample, Reviewer reviewer, Instant now) {
        return new ReviewProtocol(sample, reviewer, now, Map.of(), Optional.empty());
    }

    /**
     * The protocol with a judgement of one more record, or another one of a record.
     *
     * @throws InvalidInputException if the record is not in the sample, or the protocol is closed
     */
    public ReviewProtocol judged(String logId, Judgement judgement) {
        if (closedAt.isPresent()) {
            throw new InvalidInputException("protocol", "is closed", "one that is open");
        }
        Map<String, Judgement> more = new LinkedHashMap<>(judgements);
        more.put(logId, judgement);
        return new ReviewProtocol(sample, reviewer, openedAt, more, closedAt);
    }

    /** The records that have not been judged yet. */
    public List<AccessRecord> unjudged() {
        return sample.records().stream()
                .filter(record -> !judgements.containsKey(record.logId()))
                .toList();
    }

    /**
     * The protocol, closed.
     *
     * @throws InvalidInputException if a record has not been judged, or it is closed already
     */
    public ReviewProtocol closed(Instant now) {
        if (closedAt.isPresent()) {
            throw new InvalidInputException("protocol", "is closed", "one that is open");
        }
        return new ReviewProtocol(sample, reviewer, openedAt, judgements, Optional.of(now));
    }

    /** How many records have this finding. */
    public long count(Judgement.Finding finding) {
        return judgements.values().stream().filter(each -> each.finding() == finding).count();
    }

    /**
     * Writes the records and what was found of them as CSV with Swedish headings. Names no patient: the log id
     * leads to the record.
     *
     * @param out is flushed, not closed
     * @throws IOException if it cannot be written
     */
    public void writeCsv(OutputStream out, CsvFormat format) throws IOException {
        ReviewDocuments.writeCsv(this, out, format);
    }

    /**
     * Writes the protocol as a PDF in Swedish, A4; one that is not closed says so at its top. Needs PDFBox 3, an
     * optional dependency.
     *
     * @param out is not closed
     * @throws se.ehealthsdk.core.error.ConfigurationException if PDFBox is not on the class path
     * @throws IOException if it cannot be written
     */
    public void writePdf(OutputStream out) throws IOException {
        PdfLibrary.require();
        ReviewDocuments.writePdf(this, out);
    }

    /** The sample and how far the review has come; never a note. */
    @Override
    public String toString() {
        return "ReviewProtocol[%s, reviewer=%s, judged=%d, closedAt=%s]"
                .formatted(
                        sample,
                        reviewer,
                        judgements.size(),
                        closedAt.map(Instant::toString).orElse("-"));
    }
}
