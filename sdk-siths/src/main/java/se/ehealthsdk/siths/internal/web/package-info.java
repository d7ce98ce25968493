/**
 * Calls over HTTP that are not service contracts: revocation services and the IdP.
 */
@NullMarked
package se.ehealthsdk.siths.internal.web;

import org.jspecify.annotations.NullMarked;
