package se.ehealthsdk.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import se.ehealthsdk.core.error.InvalidInputException;

/** The rules of the house that a compiler does not check. */
class ArchitectureTest {

    /** What every module may stand on; all others are features, and features are strangers. */
    private static final Set<String> SHARED =
            Set.of("se.ehealthsdk.core", "se.ehealthsdk.outbox", "se.ehealthsdk.testpki");

    /** Knows all features, since it stands in for all services. */
    private static final String TESTKIT = "se.ehealthsdk.testkit";

    private static final String[] NOT_IN_SIGNATURES = {
        "jakarta.xml.bind.",
        "org.apache.hc.",
        "com.fasterxml.jackson.",
        "org.bouncycastle.",
        "com.nimbusds.",
        "net.minidev.",
        "io.github.resilience4j.",
        "com.github.benmanes.",
        "com.ctc.wstx.",
        "org.codehaus.stax2.",
        "org.sqlite.",
        "org.postgresql.",
        "org.apache.kafka.",
        "org.apache.pdfbox.",
        "com.helger.",
        "com.unboundid.",
        "org.yaml.",
        "picocli."
    };

    private static final JavaClasses SDK =
            new ClassFileImporter()
                    .importLocations(
                            SdkModules.locations().values().stream()
                                    .map(ArchitectureTest::location)
                                    .toList());

    @Test
    void modules_ofTheSdk_areAllSeen() {
        assertThat(SdkModules.locations())
                .containsKeys(
                        "se.ehealthsdk.audit",
                        "se.ehealthsdk.certificate",
                        "se.ehealthsdk.core",
                        "se.ehealthsdk.discharge",
                        "se.ehealthsdk.hsa",
                        "se.ehealthsdk.outbox",
                        "se.ehealthsdk.outbox.kafka",
                        "se.ehealthsdk.person",
                        "se.ehealthsdk.siths",
                        "se.ehealthsdk.testpki");
    }

    @Test
    void features_useOneAnother_never() {
        List<String> features =
                SdkModules.locations().keySet().stream()
                        .filter(module -> !SHARED.contains(module) && !module.equals(TESTKIT))
                        .toList();

        for (String feature : features) {
            String[] others =
                    Stream.concat(features.stream(), Stream.of(TESTKIT))
                            .filter(other -> !other.equals(feature))
                            .map(other -> other + "..")
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(SDK);
        }
    }

    @Test
    void internals_areUsedOutsideTheirModule_never() {
        for (String module : SdkModules.locations().keySet()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(module + "..internal..")
                    .allowEmptyShould(true)
                    .check(SDK);
        }
    }

    @Test
    void internals_areExported_never() {
        assertThat(SdkModules.exportedPackages())
                .isNotEmpty()
                .noneMatch(name -> (name + ".").contains(".internal."));
    }

    @Test
    void signatures_ofPublicTypes_nameNoLibrary() {
        classes().that(arePublicApi()).should(nameNoLibraryInSignatures()).check(SDK);
    }

    @Test
    void publicClasses_areFinalOrSealed_orAreMeantToBeImplemented() {
        classes()
                .that(arePublicApi())
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAssignableTo(Throwable.class)
                .should(beClosed())
                .check(SDK);
    }

    @Test
    void packages_haveAPackageInfo_thatIsNullMarked() {
        Set<String> packages =
                SDK.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        Set<String> marked =
                SDK.stream()
                        .filter(type -> type.getSimpleName().equals("package-info"))
                        .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        packages.remove("");

        assertThat(new TreeSet<>(packages)).isNotEmpty().isEqualTo(new TreeSet<>(marked));
    }

    @Test
    void logging_goesThroughSlf4j_andNothingIsPrinted() {
        noClasses()
                .that()
                .areNotAssignableTo(describe("programs", ArchitectureTest::isProgram))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(SDK);
    }

    @Test
    void names_sayWhatAClassIs() {
        noClasses()
                .that()
                .areNotAssignableTo(KeyManager.class) // JSSE's own word
                .and()
                .areNotAssignableTo(TrustManager.class)
                .and()
                .haveNameNotMatching(
                        ".*IncludingManager") // the head of a unit, in a contract's name
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(SDK);
    }

    private static Location location(Path module) {
        return Files.isDirectory(module)
                ? Location.of(module)
                : Location.of(URI.create("jar:" + module.toUri() + "!/"));
    }

    /** A class with a main method talks to the one who started it. */
    private static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    private static DescribedPredicate<JavaClass> arePublicApi() {
        Set<String> exported = SdkModules.exportedPackages();
        return describe(
                "are public, in exported packages",
                type ->
                        exported.contains(type.getPackageName())
                                && Stream.iterate(
                                                Optional.of(type),
                                                Optional::isPresent,
                                                nested ->
                                                        nested.flatMap(
                                                                JavaClass::getEnclosingClass))
                                        .allMatch(
                                                nested ->
                                                        nested.get()
                                                                .getModifiers()
                                                                .contains(JavaModifier.PUBLIC)));
    }

    /** Open is one class alone, of which a feature that finds many things wrong at once has its own kind. */
    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed or records") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed =
                        type.getModifiers().contains(FINAL)
                                || type.isRecord()
                                || type.reflect().isSealed()
                                || type.isEquivalentTo(InvalidInputException.class);
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " is open"));
            }
        };
    }

    private static ArchCondition<JavaClass> nameNoLibraryInSignatures() {
        return new ArchCondition<>("name no library in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<JavaType> named = new ArrayList<>(type.getInterfaces());
                type.getSuperclass().ifPresent(named::add);
                for (JavaMember member : type.getMembers()) {
                    if (isVisible(member)) {
                        named.addAll(typesOf(member));
                    }
                }
                for (JavaType name : named) {
                    for (JavaClass raw : name.getAllInvolvedRawTypes()) {
                        boolean foreign =
                                Stream.of(NOT_IN_SIGNATURES).anyMatch(raw.getName()::startsWith);
                        events.add(
                                new SimpleConditionEvent(
                                        type,
                                        !foreign,
                                        type.getName() + " names " + raw.getName()));
                    }
                }
            }
        };
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static List<JavaType> typesOf(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaField field) {
            types.add(field.getType());
        } else if (member instanceof JavaCodeUnit code) {
            types.add(code.getReturnType());
            types.addAll(code.getParameterTypes());
            types.addAll(code.getExceptionTypes());
        }
        return types;
    }
}
