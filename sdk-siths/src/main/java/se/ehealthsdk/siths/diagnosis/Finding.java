package se.ehealthsdk.siths.diagnosis;

public record Finding(String text) {}
