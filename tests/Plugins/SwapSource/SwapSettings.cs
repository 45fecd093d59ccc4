using System.ComponentModel.DataAnnotations;

namespace Swap;

public sealed record SwapSettings
{
    [Required]
    public string Name { get; init; } = "swap";

    public SwapMode Mode { get; init; }

    public List<SwapItem> Items { get; init; } = [];
}
