package se.ehealthsdk.examples;

/** Text as HTML: whatever comes from outside goes through here. */
final class Html {

    static final String STYLE =
            """
            body { font: 1.125rem/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff;
                   max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
            button { font: inherit; color: #fff; background: #005a8c; border: 2px solid #005a8c;
                     border-radius: .25rem; padding: .5rem 1.25rem; margin-top: 1rem; }
            button.second { color: #005a8c; background: #fff; }
            button:focus-visible, input:focus-visible { outline: 3px solid #c25700; outline-offset: 2px; }
            fieldset { border: 1px solid #767676; border-radius: .25rem; }
            label { display: block; padding: .5rem 0; }
            dt { font-weight: 600; } dd { margin: 0 0 .5rem; }
            .alert { border-left: .375rem solid #b3261e; padding-left: 1rem; }
            """;

    private Html() {}

    static String text(Object value) {
        StringBuilder escaped = new StringBuilder();
        for (char each : String.valueOf(value).toCharArray()) {
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(each);
            }
        }
        return escaped.toString();
    }

    /**
     * A whole page.
     *
     * @param title in plain text
     * @param body in HTML
     */
    static String page(String title, String body) {
        return """
               <!doctype html>
               <html lang="en">
               <head>
               <meta charset="utf-8">
               <meta name="viewport" content="width=device-width, initial-scale=1">
               <title>%1$s</title>
               <link rel="stylesheet" href="/style.css">
               </head>
               <body>
               <main>
               <h1>%1$s</h1>
               %2$s
               </main>
               </body>
               </html>
               """
                .formatted(text(title), body);
    }

    /** A form that posts, with the token that shows it comes from a page of ours. */
    static String form(String action, String token, String content) {
        return """
               <form method="post" action="%s">
               <input type="hidden" name="token" value="%s">
               %s
               </form>
               """
                .formatted(text(action), text(token), content);
    }

    /** A button that sends its form. */
    static String button(String id, String label) {
        return "<button id=\"%s\" type=\"submit\">%s</button>".formatted(text(id), text(label));
    }

    /** A term and its description, in a {@code dl}. */
    static String term(String term, Object description) {
        return "<dt>%s</dt><dd>%s</dd>%n".formatted(text(term), text(description));
    }
}
