package se.ehealthsdk.hsa.internal.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.ehealthsdk.core.error.InvalidInputException;

class FiltersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*)(objectClass=*",
                "a\0b",
                "(",
                ")",
                "\\",
                "\\2a",
                "åäö",
                "𝄞",
                " blank both ends ",
                "*",
                "a*b",
                "&(|!"
            })
    void of_valueWithSyntax_isOneValueAfterTheWayThroughText(String value) throws LDAPException {
        for (Condition each :
                List.of(
                        new Condition.Equal("ou", value),
                        new Condition.Contains("ou", value),
                        new Condition.StartsWith("ou", value),
                        new Condition.AtLeast("ou", value))) {
            Filter filter = Filters.of(each);
            Filter read = Filter.create(filter.toString());

            assertThat(read).isEqualTo(filter);
            assertThat(read.getFilterType()).isEqualTo(filter.getFilterType());
        }
        assertThat(
                        Filter.create(Filters.of(new Condition.Equal("ou", value)).toString())
                                .getAssertionValue())
                .isEqualTo(value);
    }

    @Test
    void of_combined_asWritten() {
        Condition condition =
                Condition.all(
                        new Condition.Present("hsaIdentity"),
                        Condition.any(
                                new Condition.Equal("ou", "a"), new Condition.Equal("o", "b")),
                        new Condition.Not(new Condition.AtLeast("hsaDestinationIndicator", "03")));

        assertThat(Filters.of(condition))
                .hasToString("(&(hsaIdentity=*)(|(ou=a)(o=b))(!(hsaDestinationIndicator>=03)))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a)(b", "ou=*", "1", "1..2", "å", "-a", "a;", "ou\0"})
    void of_noAttributeName_invalidInput(String attribute) {
        assertThatThrownBy(() -> Filters.of(new Condition.Present(attribute)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () ->
                                Filters.of(
                                        Condition.all(
                                                new Condition.Not(
                                                        new Condition.Equal(attribute, "x")))))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ou", "2.5.4.11", "userCertificate;binary", "cn;lang-sv"})
    void of_attributeName_taken(String attribute) {
        assertThat(Filters.of(new Condition.Present(attribute)))
                .hasToString("(" + attribute + "=*)");
    }

    @Test
    void of_emptyPart_invalidInput() {
        assertThatThrownBy(() -> Filters.of(new Condition.Contains("ou", "")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Filters.of(new Condition.StartsWith("ou", "")))
                .isInstanceOf(InvalidInputException.class);
    }
}
