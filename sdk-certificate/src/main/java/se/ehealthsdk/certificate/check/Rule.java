package se.ehealthsdk.certificate.check;

import java.util.Optional;

/**
 * A rule of a type of certificate, as documentation: what a check looks for.
 *
 * @param id for example {@code LISJP2-Q32-OVERLAP}; see {@link Finding#rule()}
 * @param question the question or part question that a finding of it is reported at; empty for the document itself
 *     and for rules about questions that the form does not have
 * @param origin where it is from; the same id may stand twice, once for the official rule with its oddities and once
 *     for what the form demands beyond it
 * @param wrong what is wrong when it is broken
 * @param right what would be right
 */
public record Rule(
        String id, Optional<String> question, Finding.Origin origin, String wrong, String right) {

    /** One line: the id, its origin and what would be right. */
    @Override
    public String toString() {
        return id + " (" + origin + "): " + right;
    }
}
