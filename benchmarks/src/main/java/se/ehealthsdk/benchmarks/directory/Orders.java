package se.ehealthsdk.benchmarks.directory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers each line with a line until there are no more. */
interface Orders {

    String answer(String[] order) throws Exception;

    static void follow(String ready, Orders orders) throws Exception {
        System.out.println(ready);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = read(in)) != null) {
                System.out.println(orders.answer(line.split(" ")));
            }
        }
    }

    private static @Nullable String read(BufferedReader in) throws IOException {
        return in.readLine();
    }
}
