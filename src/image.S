/* The packed rules (see src/rules/pack), embedded as they are: mapped with the program, never parsed. */
        .section .rodata
        .global dateline_rules_image
        .global dateline_rules_image_end
        .balign 64
dateline_rules_image:
        .incbin DATELINE_RULES_IMAGE
dateline_rules_image_end:
        .byte 0
        .section .note.GNU-stack, "", %progbits
