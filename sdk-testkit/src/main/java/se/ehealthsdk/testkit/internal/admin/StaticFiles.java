package se.ehealthsdk.testkit.internal.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.testkit.internal.http.HttpReply;

/** The console's files: resources of two folders in the jar, and nothing else. */
final class StaticFiles {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final String CONSOLE = "se/ehealthsdk/testkit/console/";
    private static final String LIT = "META-INF/resources/webjars/lit-html/";
    private static final String LIT_POM = "META-INF/maven/org.webjars.npm/lit-html/pom.properties";

    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "svg", "image/svg+xml",
                    "png", "image/png",
                    "ico", "image/vnd.microsoft.icon",
                    "woff2", "font/woff2",
                    "json", "application/json");

    private final Map<String, Optional<File>> files = new ConcurrentHashMap<>();
    private final Optional<String> litVersion = litVersion();

    private record File(byte[] bytes, String type, String tag) {}

    /** A file by the decoded parts of its path. */
    HttpReply answer(List<String> path, Optional<String> knownTag) {
        File file =
                name(path)
                        .flatMap(name -> files.computeIfAbsent(name, StaticFiles::load))
                        .orElseThrow(() -> Refusal.notFound("page"));
        if (knownTag.filter(file.tag()::equals).isPresent()) {
            return HttpReply.empty(304).with("ETag", file.tag()).with("Cache-Control", "no-cache");
        }
        return HttpReply.of(200, Map.of("Content-Type", file.type()), file.bytes())
                .with("ETag", file.tag())
                .with("Cache-Control", "no-cache");
    }

    private Optional<String> name(List<String> path) {
        if (path.size() == 1 && path.get(0).isEmpty()) {
            return Optional.of(CONSOLE + "index.html");
        }
        if (path.size() > 4 || !path.stream().allMatch(each -> NAME.matcher(each).matches())) {
            return Optional.empty();
        }
        String joined = String.join("/", path);
        if (joined.startsWith("lib/lit-html/")) {
            return litVersion.map(
                    version -> LIT + version + joined.substring("lib/lit-html".length()));
        }
        return path.size() <= 2 ? Optional.of(CONSOLE + joined) : Optional.empty();
    }

    private static Optional<File> load(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        try (InputStream in = open(name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            return Optional.of(new File(bytes, type, tag(bytes)));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static @Nullable InputStream open(String name) {
        InputStream own = StaticFiles.class.getResourceAsStream("/" + name);
        ClassLoader loader = StaticFiles.class.getClassLoader();
        return own != null || loader == null ? own : loader.getResourceAsStream(name);
    }

    private static Optional<String> litVersion() {
        try (InputStream in = open(LIT_POM)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
