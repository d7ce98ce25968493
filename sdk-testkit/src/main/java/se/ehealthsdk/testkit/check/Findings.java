package se.ehealthsdk.testkit.check;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has been found since the start or the last reset, whichever service found it: how often each rule was broken, and the
 * last {@value #CAPACITY} findings. Safe for use by many threads.
 */
public final class Findings {

    /** How many findings are kept; counts go on. */
    public static final int CAPACITY = 2_000;

    private final Deque<Noted> noted = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /**
     * A finding, and which call it is of.
     *
     * @param at when
     * @param surface which service found it: {@code platform}, {@code idp}, {@code directory}, {@code unit-file}, {@code discharge}
     * @param exchange the number of the exchange in the journal; 0 on surfaces with a journal of their own
     * @param finding what it is
     */
    public record Noted(Instant at, String surface, long exchange, Finding finding) {}

    /** The findings that are kept, oldest first. */
    public synchronized List<Noted> latest() {
        return List.copyOf(noted);
    }

    /** How often each rule was broken, most often first; rules that nobody broke are not in it. */
    public Map<Rule, Long> counts() {
        Map<String, Long> copy;
        synchronized (this) {
            copy = new TreeMap<>(counts);
        }
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(copy.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()));
        Map<Rule, Long> byRule = new LinkedHashMap<>();
        sorted.forEach(each -> byRule.put(Rules.of(each.getKey()), each.getValue()));
        return Collections.unmodifiableMap(byRule);
    }

    /** How often one rule was broken. */
    public synchronized long count(Rule rule) {
        return counts.getOrDefault(rule.id(), 0L);
    }

    /** Forgets all. */
    public synchronized void clear() {
        noted.clear();
        counts.clear();
    }

    synchronized void add(Noted one) {
        counts.merge(one.finding().rule().id(), 1L, Long::sum);
        noted.addLast(one);
        if (noted.size() > CAPACITY) {
            noted.removeFirst();
        }
    }
}
