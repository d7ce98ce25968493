package se.ehealthsdk.conformance;

import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The SDK's modules as this build has them on the class path: jars, or folders before packaging. */
final class SdkModules {

    private SdkModules() {}

    /** Where each module lies, by its name. */
    static Map<String, Path> locations() {
        Map<String, Path> locations = new TreeMap<>();
        for (Path entry : classPath()) {
            for (ModuleReference module : modulesAt(entry)) {
                if (module.descriptor().name().startsWith("se.ehealthsdk.")) {
                    locations.put(module.descriptor().name(), entry);
                }
            }
        }
        return locations;
    }

    static Map<String, ModuleDescriptor> descriptors() {
        Map<String, ModuleDescriptor> descriptors = new TreeMap<>();
        locations()
                .forEach(
                        (name, location) ->
                                descriptors.put(
                                        name,
                                        ModuleFinder.of(location)
                                                .find(name)
                                                .orElseThrow()
                                                .descriptor()));
        return descriptors;
    }

    /** The packages that everybody may use. */
    static Set<String> exportedPackages() {
        return descriptors().values().stream()
                .flatMap(module -> module.exports().stream())
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The entries of the class path that are there. */
    static List<Path> classPath() {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }

    private static Set<ModuleReference> modulesAt(Path entry) {
        boolean module =
                Files.isDirectory(entry)
                        ? Files.exists(entry.resolve("module-info.class"))
                        : entry.getFileName().toString().startsWith("sdk-");
        return module ? ModuleFinder.of(entry).findAll() : Set.of();
    }
}
