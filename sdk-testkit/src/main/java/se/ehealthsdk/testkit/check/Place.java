package se.ehealthsdk.testkit.check;

import java.util.Arrays;

/** Where in a message the walk is: the elements from the root to here. */
final class Place {

    private String[] names = new String[16];
    private String[] namespaces = new String[16];
    private int[] lines = new int[16];
    private int[] ordinals = new int[16];
    private boolean[] parents = new boolean[16];
    private final String[] last;
    private final int[] lastCounts;
    private int depth;

    Place(int maxDepth) {
        last = new String[maxDepth + 2];
        lastCounts = new int[maxDepth + 2];
    }

    void enter(String namespace, String name, int line) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            namespaces = Arrays.copyOf(namespaces, depth * 2);
            lines = Arrays.copyOf(lines, depth * 2);
            ordinals = Arrays.copyOf(ordinals, depth * 2);
            parents = Arrays.copyOf(parents, depth * 2);
        }
        lastCounts[depth] = name.equals(last[depth]) ? lastCounts[depth] + 1 : 1;
        last[depth] = name;
        last[depth + 1] = null;
        names[depth] = name;
        namespaces[depth] = namespace;
        lines[depth] = line;
        ordinals[depth] = lastCounts[depth];
        parents[depth] = false;
        if (depth > 0) {
            parents[depth - 1] = true;
        }
        depth++;
    }

    void leave() {
        depth--;
    }

    /** How many elements deep, from 1. */
    int depth() {
        return depth;
    }

    String name() {
        return names[depth - 1];
    }

    String namespace() {
        return namespaces[depth - 1];
    }

    /** The name of the element around this one; empty at the root. */
    String parent() {
        return depth < 2 ? "" : names[depth - 2];
    }

    /** The name of the element that is so many levels out; empty beyond the root. */
    String ancestor(int levels) {
        return depth - 1 - levels < 0 ? "" : names[depth - 1 - levels];
    }

    /** The line where the element begins. */
    int line() {
        return depth == 0 ? 0 : lines[depth - 1];
    }

    /** Whether elements have been seen in this one. */
    boolean isParent() {
        return parents[depth - 1];
    }

    /** {@code Envelope/Body/StoreLog/log[2]/logId}; the number of an element among those of its name that follow one another, from 2. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (i > 0) {
                path.append('/');
            }
            path.append(names[i]);
            if (ordinals[i] > 1) {
                path.append('[').append(ordinals[i]).append(']');
            }
        }
        return path.toString();
    }
}
