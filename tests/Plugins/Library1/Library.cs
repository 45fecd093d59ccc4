namespace SharedName;

public static class Library
{
    public static string Version => "1";
}
