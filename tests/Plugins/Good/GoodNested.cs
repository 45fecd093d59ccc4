using System.ComponentModel.DataAnnotations;

namespace Good;

public sealed class GoodNested
{
    [Required]
    public string? Name { get; set; } = "inside";

    public int Count { get; set; }
}
