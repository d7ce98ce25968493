/** LDAP as the directory reader uses it. */
@NullMarked
package se.ehealthsdk.hsa.internal.ldap;

import org.jspecify.annotations.NullMarked;
