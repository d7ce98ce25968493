package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What the SDK costs the one who adds it. */
class BudgetTest {

    private static final int KIB = 1024;

    @Test
    void core_ofItsOwn_isAtMost250KiB() throws IOException {
        assertThat(size(SdkModules.locations().get("se.ehealthsdk.core")))
                .isBetween(10 * KIB, 250 * KIB);
    }

    @Test
    void core_bringsAtMostEightJarsBesidesJaxb() {
        assertThat(withoutJaxb(DependencyTree.jarsWith("sdk-core")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void hsa_bringsAtMostSixJarsMoreThanCore() {
        Set<String> more = new TreeSet<>(DependencyTree.jarsWith("sdk-hsa"));
        more.removeAll(DependencyTree.jarsWith("sdk-core"));

        assertThat(withoutJaxb(more)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void siths_bringsAtMostFourteenJarsMoreThanCore() {
        Set<String> more = new TreeSet<>(DependencyTree.jarsWith("sdk-siths"));
        more.removeAll(DependencyTree.jarsWith("sdk-core"));

        assertThat(more).isNotEmpty().hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void outbox_bringsAtMostTwoJars() {
        assertThat(DependencyTree.jarsWith("sdk-outbox"))
                .anyMatch(jar -> jar.startsWith("sqlite-jdbc"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void audit_bringsAtMostSixJarsMoreThanCore_itsOutboxAmongThem() {
        Set<String> more = new TreeSet<>(DependencyTree.jarsWith("sdk-audit"));
        more.addAll(DependencyTree.jarsWith("sdk-outbox"));
        more.removeAll(DependencyTree.jarsWith("sdk-core"));

        assertThat(withoutJaxb(more))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(6)
                .noneMatch(jar -> jar.startsWith("pdfbox"));
    }

    @Test
    void certificate_bringsNoJarsMoreThanCore() {
        Set<String> more = new TreeSet<>(DependencyTree.jarsWith("sdk-certificate"));
        more.removeAll(DependencyTree.jarsWith("sdk-core"));

        assertThat(more).isEmpty();
    }

    @Test
    void person_bringsNoJarsMoreThanCore() {
        Set<String> more = new TreeSet<>(DependencyTree.jarsWith("sdk-person"));
        more.removeAll(DependencyTree.jarsWith("sdk-core"));

        assertThat(more).isEmpty();
    }

    @Test
    void discharge_bringsAtMostSixJarsMoreThanCore_itsOutboxAmongThem() {
        Set<String> more = new TreeSet<>(DependencyTree.jarsWith("sdk-discharge"));
        more.addAll(DependencyTree.jarsWith("sdk-outbox"));
        more.removeAll(DependencyTree.jarsWith("sdk-core"));

        assertThat(withoutJaxb(more))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(6)
                .noneMatch(jar -> jar.startsWith("pdfbox"));
    }

    @Test
    void outboxOnKafka_bringsKafkasClientAndAtMostFourJarsWithIt() {
        Set<String> more = new TreeSet<>(DependencyTree.jarsWith("sdk-outbox-kafka"));
        more.removeAll(DependencyTree.jarsWith("sdk-outbox"));
        more.removeAll(DependencyTree.jarsWith("sdk-core"));

        assertThat(more)
                .anyMatch(jar -> jar.startsWith("kafka-clients"))
                .hasSizeLessThanOrEqualTo(5);
    }

    private static Set<String> withoutJaxb(Set<String> jars) {
        return jars.stream()
                .filter(jar -> !jar.matches("(jakarta\\.(xml\\.bind|activation)|jaxb)-.*"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The size of the jar, or of what the jar will be when it is not packaged yet. */
    private static int size(Path module) throws IOException {
        if (Files.isRegularFile(module)) {
            return (int) Files.size(module);
        }
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        List<Path> files;
        try (Stream<Path> below = Files.walk(module)) {
            files = below.filter(Files::isRegularFile).sorted().toList();
        }
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(module.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
        return jar.size();
    }
}
