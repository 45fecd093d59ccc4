namespace Emulators.OneC;

/// <summary>An OData refusal with its code (0 to 21, or -1 for a refusal of the code of the base).</summary>
public sealed class ODataException(int code, string message) : Exception(message)
{
    /// <summary>The code in the body.</summary>
    public int Code { get; } = code;

    /// <summary>The HTTP status; follows from the code unless told.</summary>
    public int Status { get; init; } = StatusOf(code);

    private static int StatusOf(int code) => code switch
    {
        -1 => 500,
        0 or 21 => 501,
        8 or 9 or 10 or 11 => 404,
        19 => 405,
        20 => 401,
        _ => 400,
    };
}
