package se.ehealthsdk.discharge.internal.document;

import java.util.List;

/**
 * What stands at the head and foot of a form.
 *
 * @param title its name
 * @param subtitles lines below
 * @param facts three small boxes in the corner
 * @param reference a wider box below them: what tells this very paper from others
 * @param notes what the strip under the title says
 * @param foot what stands at the foot of each page
 * @param subject whom it is about, for the head of the pages after the first; without a label it is about nobody
 */
public record FormHead(
        String title,
        List<String> subtitles,
        List<Fact> facts,
        Fact reference,
        List<String> notes,
        String foot,
        Fact subject) {

    /** A small box. Blank values are written by hand. */
    public record Fact(String label, String value) {}
}
