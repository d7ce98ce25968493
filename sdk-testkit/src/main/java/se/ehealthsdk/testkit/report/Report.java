package se.ehealthsdk.testkit.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run of a scenario, or of a producer's contract tests, has shown.
 *
 * @param name of what was run
 * @param startedAt when
 * @param took how long
 * @param items what was looked at, in order
 */
public record Report(String name, Instant startedAt, Duration took, List<Item> items) {

    /** Copies the list. */
    public Report {
        items = List.copyOf(items);
    }

    /** Whether nothing has failed. */
    public boolean passed() {
        return items.stream().allMatch(each -> each.failure().isEmpty());
    }

    /**
     * The report as JUnit XML in UTF-8, as Jenkins, GitLab and GitHub's actions read it: one suite, one case for each item. What XML cannot hold is written
     * as U+FFFD.
     */
    public String toJunitXml() {
        return JunitXml.of(this);
    }

    /** The report as a page in HTML that needs nothing else: no script, no other file; it prints well. */
    public String toHtml(Language language) {
        return HtmlPage.of(this, language);
    }

    /** The language of a page. */
    public enum Language {
        /** Swedish. */
        SWEDISH,
        /** English. */
        ENGLISH
    }

    /**
     * One thing that was looked at.
     *
     * @param name what was expected, in a sentence
     * @param took how long it took
     * @param failure what was seen instead; empty when it was as expected
     * @param details for who wants to know more: findings, messages; empty when there is nothing to say
     */
    public record Item(String name, Duration took, Optional<String> failure, String details) {}
}
