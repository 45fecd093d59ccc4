using System.ComponentModel.DataAnnotations;

namespace Good;

public sealed class GoodSettings
{
    [RegularExpression("^[A-Za-zА-Яа-я]+$")]
    public string Greeting { get; set; } = "Hello";

    [Range(1, 65535)]
    public int Port { get; set; } = 80;

    public TimeSpan Pause { get; set; }

    public GoodMode Mode { get; set; }

    public string Password { get; set; } = "";

    public Dictionary<string, string> Headers { get; } = [];

    public GoodNested Nested { get; set; } = new();
}
