package se.ehealthsdk.testkit;
final class Dummy {}
