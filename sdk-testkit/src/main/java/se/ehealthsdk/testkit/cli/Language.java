package se.ehealthsdk.testkit.cli;

import se.ehealthsdk.testkit.check.Text;

/** What the program speaks. */
enum Language {
    SWEDISH,
    ENGLISH;

    String of(Text text) {
        return this == SWEDISH ? text.swedish() : text.english();
    }

    String of(String swedish, String english) {
        return this == SWEDISH ? swedish : english;
    }
}
