package se.ehealthsdk.testkit.internal.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.testkit.data.DataFolder;
import se.ehealthsdk.testkit.internal.data.Check.Reference;
import se.ehealthsdk.testkit.internal.data.Kind.Target;
import se.ehealthsdk.testkit.internal.data.Tree.Listing;
import se.ehealthsdk.testkit.internal.data.Tree.Mapping;
import se.ehealthsdk.testkit.internal.data.Tree.Named;
import se.ehealthsdk.testkit.internal.data.Tree.Place;
import se.ehealthsdk.testkit.internal.data.Tree.Scalar;

/** Reads files together: each by itself against the form, then what they say of one another. */
public final class DataReader {

    private static final int MAX_FILES = 1_000;
    private static final String NO_SUCH = "Check that it exists, and that this user may read it.";

    private final Problems problems = new Problems();
    private final Check check = new Check(problems);
    private final Map<Target, Set<String>> known = new EnumMap<>(Target.class);
    private final Map<String, String> taken = new HashMap<>();

    private DataReader() {
        for (Target each : Target.values()) {
            known.put(each, new TreeSet<>());
        }
    }

    // ---- from where ----

    /**
     * A folder.
     *
     * @param shipped what the files are added to, unless they say otherwise
     */
    public static DataFolder folder(Path folder, DataFolder shipped) {
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException(
                    (Files.exists(folder) ? "No folder: " : "There is no folder ") + folder,
                    "Name a folder with files in YAML or JSON; docs/testkit-data.md shows how they look.");
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(each -> Files.isRegularFile(each) && isData(each)).sorted().toList();
            if (files.isEmpty() || files.size() > MAX_FILES) {
                throw new ConfigurationException(
                        "The folder "
                                + folder
                                + (files.isEmpty()
                                        ? " holds no file of data"
                                        : " holds more than 1 000 files of data"),
                        "Put files there whose names end with .yaml, .yml or .json.");
            }
            return files(files, shipped);
        } catch (IOException cause) {
            throw new ConfigurationException(
                    "The folder " + folder + " cannot be read", NO_SUCH, cause);
        }
    }

    private static boolean isData(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Files, in this order. */
    public static DataFolder files(List<Path> files, DataFolder shipped) {
        DataReader reader = new DataReader();
        List<Tree> trees = new ArrayList<>();
        for (Path each : files) {
            reader.tree(name(each), bytes(each)).ifPresent(trees::add);
        }
        return reader.together(trees, shipped);
    }

    /** One that comes with the testkit. */
    public static DataFolder resource(Class<?> owner, String name) {
        DataReader reader = new DataReader();
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the testkit");
            }
            return reader.together(reader.tree(name, in.readAllBytes()).stream().toList(), NOTHING);
        } catch (IOException cause) {
            throw new IllegalStateException(name + " cannot be read", cause);
        }
    }

    /** Nothing and nobody. */
    public static final DataFolder NOTHING =
            new DataFolder(false, List.of(), List.of(), List.of(), List.of(), List.of());

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TreeText.MAX_BYTES + 1);
        } catch (IOException cause) {
            throw new ConfigurationException(name(file) + " cannot be read", NO_SUCH, cause);
        }
    }

    // ---- each by itself ----

    private Optional<Tree> tree(String name, byte[] bytes) {
        TreeText text = new TreeText(name, problems);
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        return text.decode(bytes).flatMap(it -> text.read(it, json));
    }

    private DataFolder together(List<Tree> trees, DataFolder shipped) {
        List<Tree> right = new ArrayList<>();
        boolean allRight = problems.count() == 0;
        for (Tree each : trees) {
            if (check.check("", each, Forms.FILE)) {
                right.add(each);
            } else {
                allRight = false;
            }
        }
        boolean replaces =
                trees.stream()
                        .anyMatch(
                                each -> each instanceof Mapping && new Entry(each).flag("replace"));
        if (!replaces) {
            know(shipped);
        }
        trees.forEach(this::own);
        if (allRight) {
            // a file that could not be read may hold what others refer to
            check.references().forEach(this::lead);
        }
        problems.throwIfAny();
        return right.stream()
                .map(Forms::read)
                .reduce(
                        new DataFolder(
                                replaces, List.of(), List.of(), List.of(), List.of(), List.of()),
                        DataReader::and);
    }

    private static DataFolder and(DataFolder first, DataFolder second) {
        return new DataFolder(
                first.replaces(),
                both(first.careProviders(), second.careProviders()),
                both(first.units(), second.units()),
                both(first.commissions(), second.commissions()),
                both(first.people(), second.people()),
                both(first.patients(), second.patients()));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    // ---- what they say of one another ----

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private void know(DataFolder shipped) {
        shipped.careProviders().forEach(each -> known(Target.CARE_PROVIDER, each.hsaId()));
        shipped.units().forEach(each -> known(Target.UNIT, each.hsaId()));
        shipped.commissions().forEach(each -> known(Target.COMMISSION, each.hsaId()));
        shipped.people().stream()
                .flatMap(each -> each.hsaIds().stream())
                .forEach(each -> known(Target.POST, each));
        shipped.patients()
                .forEach(each -> known.get(Target.PATIENT).add(key(Values.text(each.id()))));
    }

    private void known(Target target, HsaId id) {
        known.get(target).add(key(id.value()));
    }

    /** What a file brings: so that others can refer to it, and so that nothing is there twice. */
    private void own(Tree file) {
        each(file, "careProviders", (way, in) -> id(way, in, "hsaId", Target.CARE_PROVIDER));
        each(file, "units", (way, in) -> id(way, in, "hsaId", Target.UNIT));
        each(file, "commissions", (way, in) -> id(way, in, "hsaId", Target.COMMISSION));
        each(
                file,
                "people",
                (way, in) -> {
                    once(way, in, "name", "people", "a name of its own");
                    once(way, in, "personId", "people", "a number of its own");
                    each(in, "posts", (at, post) -> id(way + "." + at, post, "hsaId", Target.POST));
                });
        each(
                file,
                "patients",
                (way, in) -> {
                    once(way, in, "name", "patients", "a name of its own");
                    once(way, in, "id", "patients", "a number of its own");
                    find(in, "id")
                            .ifPresent(it -> known.get(Target.PATIENT).add(number(it.text())));
                });
    }

    private interface Item {
        void take(String way, Tree item);
    }

    private static void each(Tree in, String section, Item action) {
        if (in instanceof Mapping mapping) {
            for (Named named : mapping.entries()) {
                if (named.name().equals(section) && named.value() instanceof Listing list) {
                    for (int i = 0; i < list.items().size(); i++) {
                        action.take(section + "[" + i + "]", list.items().get(i));
                    }
                }
            }
        }
    }

    private static Optional<Scalar> find(Tree in, String name) {
        if (in instanceof Mapping mapping) {
            for (Named each : mapping.entries()) {
                if (each.name().equals(name) && each.value() instanceof Scalar scalar) {
                    return Optional.of(scalar);
                }
            }
        }
        return Optional.empty();
    }

    /** An HSA-id: everything in the directory has one of its own. */
    private void id(String way, Tree in, String name, Target target) {
        find(in, name)
                .ifPresent(
                        it -> {
                            known.get(target).add(key(it.text()));
                            taken(
                                    it,
                                    way + "." + name,
                                    "hsaId " + key(it.text()),
                                    "an HSA-id of its own");
                        });
    }

    private void once(String way, Tree in, String name, String among, String expected) {
        find(in, name)
                .ifPresent(
                        it ->
                                taken(
                                        it,
                                        way + "." + name,
                                        among + " " + name + " " + number(it.text()),
                                        expected));
    }

    private static String number(String text) {
        try {
            return key(Values.text(Values.personId(text)));
        } catch (InvalidInputException noNumber) {
            return key(text);
        }
    }

    private void taken(Scalar value, String field, String key, String expected) {
        Place at = value.place();
        @Nullable String before =
                taken.putIfAbsent(
                        key, (at.file().isEmpty() ? "" : at.file() + ", ") + "line " + at.line());
        if (before != null) {
            problems.add(at, field, "is here twice: in " + before + " too", expected);
        }
    }

    private void lead(Reference reference) {
        boolean person = reference.targets().contains(Target.PATIENT);
        String id = person ? number(reference.id()) : key(reference.id());
        if (reference.targets().stream().noneMatch(each -> known.get(each).contains(id))) {
            String what =
                    String.join(" or ", reference.targets().stream().map(Target::text).toList());
            problems.add(
                    reference.place(),
                    reference.field(),
                    "leads nowhere: there is no such thing in the files or with the testkit",
                    "the "
                            + (person ? "number" : "HSA-id")
                            + " of "
                            + what
                            + (person ? "" : near(id, reference)));
        }
    }

    private String near(String id, Reference reference) {
        return reference.targets().stream()
                .flatMap(each -> known.get(each).stream())
                .filter(each -> Check.distance(each, id) <= 2)
                .findFirst()
                .map(each -> ", perhaps " + each.toUpperCase(Locale.ROOT))
                .orElse("");
    }
}
