package se.ehealthsdk.benchmarks.certificate;

import com.sun.tools.xjc.Driver;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** JAXB classes made from the official schema of RegisterCertificate 3 when the benchmark runs. */
final class GeneratedClasses {

    private static final String SCHEMA =
            "clinicalprocess.healthcond.certificate/interactions/RegisterCertificateInteraction/RegisterCertificateResponder_3.1.xsd";

    private GeneratedClasses() {}

    /** Whether the official schema is below a folder. */
    static boolean possible(Path contracts) {
        return Files.isRegularFile(contracts.resolve(SCHEMA));
    }

    /**
     * Generates and compiles.
     *
     * @param contracts the folder of the official contracts
     * @param work where it may write
     * @return the folder of the classes
     */
    static Path make(Path contracts, Path work) throws Exception {
        Path sources = Files.createDirectories(work.resolve("sources"));
        Path classes = Files.createDirectories(work.resolve("classes"));
        // The schema of XML signatures has a DOCTYPE.
        System.setProperty("javax.xml.accessExternalDTD", "all");
        String[] arguments = {
            "-quiet",
            "-extension",
            "-nv",
            "-disableXmlSecurity",
            "-encoding",
            "UTF-8",
            "-d",
            sources.toString(),
            contracts.resolve(SCHEMA).toString()
        };
        PrintStream quiet =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        if (Driver.run(arguments, quiet, System.err) != 0) {
            throw new IllegalStateException("xjc failed");
        }
        compile(sources, classes);
        return classes;
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-nowarn",
                                "-proc:none",
                                "-encoding",
                                "UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString)
                    .filter(each -> each.endsWith(".java"))
                    .forEach(arguments::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, System.err, System.err, arguments.toArray(new String[0])) != 0) {
            throw new IllegalStateException("the generated classes do not compile");
        }
    }

    /** A loader of the classes in a folder. */
    static ClassLoader loader(Path classes) throws MalformedURLException {
        return new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, GeneratedClasses.class.getClassLoader());
    }

    /** Their packages, as JAXB wants them named. */
    static String packages(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return String.join(
                    ":",
                    files.filter(each -> each.endsWith("ObjectFactory.class"))
                            .map(each -> classes.relativize(each.getParent()).toString())
                            .map(each -> each.replace(File.separatorChar, '.'))
                            .sorted()
                            .toList());
        }
    }
}
