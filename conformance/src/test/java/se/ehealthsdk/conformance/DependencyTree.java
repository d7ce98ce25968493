package se.ehealthsdk.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Maven resolved for this module, as its dependency plugin wrote it down. */
final class DependencyTree {

    private static final Path FILE = Path.of("target", "dependency-tree.txt");
    private static final Pattern LINE =
            Pattern.compile("^((?:[|+\\\\ ]  |[+\\\\]- )+)([^:]+):([^:]+):jar:([^:]+):.*$");

    private DependencyTree() {}

    /** File names of the jars that come with an artifact of the SDK, its own and the SDK's left out. */
    static Set<String> jarsWith(String sdkArtifact) {
        Set<String> jars = new TreeSet<>();
        int depth = -1;
        for (String line : lines()) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            int own = matcher.group(1).length();
            if (depth >= 0 && own <= depth) {
                return jars;
            }
            if (depth >= 0 && !matcher.group(2).equals("se.ehealthsdk")) {
                jars.add(matcher.group(3) + "-" + matcher.group(4) + ".jar");
            }
            if (matcher.group(3).equals(sdkArtifact)) {
                depth = own;
            }
        }
        return jars;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException cause) {
            throw new UncheckedIOException("Maven writes it before the tests", cause);
        }
    }
}
