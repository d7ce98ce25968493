package se.ehealthsdk.discharge.internal.document;

import java.util.List;

/**
 * What stands at the head and foot of a form.
 *
 * @param title its name
 * @param subtitles lines below
 * @param number the form's number, for example {@code SVU 05}
 * @param version of the form
 * @param date of the version, as it is printed
 * @param serial the number of this very paper; blank to be written by hand
 * @param notes what the strip under the title says
 * @param subject whom it is about, for the head of the pages after the first; may be blank
 */
public record FormHead(
        String title,
        List<String> subtitles,
        String number,
        String version,
        String date,
        String serial,
        List<String> notes,
        String subject) {}
